// Loaded into a server (`node --import`): says what CPU it has used so far, in microseconds.
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send(user + system);
});
