// Generated from schemas/vpnconn-update.schema.json by `npm run generate`. Do not edit.
const codePointLength = (text) => { let count = 0; for (const _ of text) count++; return count; };

export const validate = validate10;
export default validate10;
const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","type":"object","additionalProperties":false,"required":["project_id","vpn_connection_id","vpn_connection"],"properties":{"region":{"type":"string","pattern":"^[a-z]+(?:-[a-z0-9]+){1,3}$"},"project_id":{"type":"string","minLength":1,"pattern":"^[A-Za-z0-9_-]*$"},"vpn_connection_id":{"allOf":[{"$ref":"#/definitions/uuid"}]},"context":{"type":"object","additionalProperties":false,"properties":{"style":{"type":"string","enum":["static","policy","bgp","policy-template"]},"flavor":{"type":"string","minLength":1},"association_mode":{"type":"string","enum":["vpc","er"]},"ike_version":{"type":"string","enum":["v1","v2"]}}},"vpn_connection":{"type":"object","additionalProperties":false,"properties":{"name":{"type":"string","minLength":1,"maxLength":64,"pattern":"^[A-Za-z0-9_.-]*$"},"cgw_id":{"allOf":[{"$ref":"#/definitions/uuid"}]},"peer_subnets":{"type":"array","maxItems":50,"items":{"allOf":[{"$ref":"#/definitions/ipv4Network"}]}},"tunnel_local_address":{"allOf":[{"$ref":"#/definitions/tunnelAddress"}]},"tunnel_peer_address":{"allOf":[{"$ref":"#/definitions/tunnelAddress"}]},"psk":{"type":"string","minLength":8,"maxLength":128,"pattern":"^[A-Za-z0-9~!@#$%^()\\-_+={ },./:;]*$"},"policy_rules":{"type":"array","maxItems":5,"items":{"$ref":"#/definitions/policyRule"}},"ikepolicy":{"type":"object","additionalProperties":false,"properties":{"ike_version":{"type":"string","enum":["v1","v2"]},"phase1_negotiation_mode":{"type":"string","enum":["main","aggressive"]},"authentication_algorithm":{"allOf":[{"$ref":"#/definitions/authenticationAlgorithm"}]},"encryption_algorithm":{"allOf":[{"$ref":"#/definitions/encryptionAlgorithm"}]},"dh_group":{"allOf":[{"$ref":"#/definitions/dhGroup"}]},"lifetime_seconds":{"type":"integer","minimum":60,"maximum":604800},"local_id_type":{"allOf":[{"$ref":"#/definitions/identityType"}]},"local_id":{"allOf":[{"$ref":"#/definitions/identity"}]},"peer_id_type":{"allOf":[{"$ref":"#/definitions/identityType"}]},"peer_id":{"allOf":[{"$ref":"#/definitions/identity"}]},"dpd":{"type":"object","additionalProperties":false,"properties":{"timeout":{"type":"integer","minimum":2,"maximum":60},"interval":{"type":"integer","minimum":10,"maximum":3600},"msg":{"type":"string","enum":["seq-hash-notify","seq-notify-hash"]}}}}},"ipsecpolicy":{"type":"object","additionalProperties":false,"properties":{"authentication_algorithm":{"allOf":[{"$ref":"#/definitions/authenticationAlgorithm"}]},"encryption_algorithm":{"allOf":[{"$ref":"#/definitions/encryptionAlgorithm"}]},"pfs":{"type":"string","enum":["group1","group2","group5","group14","group15","group16","group19","group20","group21","disable"]},"transform_protocol":{"type":"string","enum":["esp"]},"lifetime_seconds":{"type":"integer","minimum":30,"maximum":604800},"encapsulation_mode":{"type":"string","enum":["tunnel"]}}},"enable_hub":{"type":"boolean"},"peer_subnets_v6":{"type":"array","maxItems":50,"items":{"type":"string"}},"policy_rules_v6":{"type":"array","maxItems":5,"items":{"type":"object"}}}}},"patternProperties":{"^x-":{}},"definitions":{"ipv4Network":{"type":"string","pattern":"^(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])/(?:3[0-2]|[12]?[0-9])$"},"uuid":{"type":"string","pattern":"^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$"},"tunnelAddress":{"type":"string","pattern":"^169\\.254\\.(?!195\\.)(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])/30$"},"identity":{"type":"string","minLength":1,"maxLength":255,"pattern":"^[^&<>\\[\\]\\\\\\s]*$"},"identityType":{"type":"string","enum":["ip","fqdn"]},"authenticationAlgorithm":{"type":"string","enum":["sha2-512","sha2-384","sha2-256","sha1","md5","sm3"]},"encryptionAlgorithm":{"type":"string","enum":["aes-256-gcm-16","aes-128-gcm-16","aes-256","aes-192","aes-128","3des","sm4"]},"dhGroup":{"type":"string","enum":["group1","group2","group5","group14","group15","group16","group19","group20","group21"]},"policyRule":{"type":"object","additionalProperties":false,"properties":{"rule_index":{"type":"integer","minimum":0,"maximum":50},"source":{"allOf":[{"$ref":"#/definitions/ipv4Network"}]},"destination":{"type":"array","maxItems":50,"items":{"allOf":[{"$ref":"#/definitions/ipv4Network"}]}}}}}};
const schema12 = {"type":"string","pattern":"^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$"};
const schema14 = {"type":"string","pattern":"^(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])/(?:3[0-2]|[12]?[0-9])$"};
const schema15 = {"type":"string","pattern":"^169\\.254\\.(?!195\\.)(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])/30$"};
const schema20 = {"type":"string","enum":["sha2-512","sha2-384","sha2-256","sha1","md5","sm3"]};
const schema21 = {"type":"string","enum":["aes-256-gcm-16","aes-128-gcm-16","aes-256","aes-192","aes-128","3des","sm4"]};
const schema22 = {"type":"string","enum":["group1","group2","group5","group14","group15","group16","group19","group20","group21"]};
const schema23 = {"type":"string","enum":["ip","fqdn"]};
const schema24 = {"type":"string","minLength":1,"maxLength":255,"pattern":"^[^&<>\\[\\]\\\\\\s]*$"};
const pattern0 = new RegExp("^x-", "u");
const pattern1 = new RegExp("^[a-z]+(?:-[a-z0-9]+){1,3}$", "u");
const pattern2 = new RegExp("^[A-Za-z0-9_-]*$", "u");
const pattern3 = new RegExp("^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$", "u");
const pattern4 = new RegExp("^[A-Za-z0-9_.-]*$", "u");
const pattern6 = new RegExp("^(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])/(?:3[0-2]|[12]?[0-9])$", "u");
const pattern7 = new RegExp("^169\\.254\\.(?!195\\.)(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])/30$", "u");
const pattern9 = new RegExp("^[A-Za-z0-9~!@#$%^()\\-_+={ },./:;]*$", "u");
const pattern12 = new RegExp("^[^&<>\\[\\]\\\\\\s]*$", "u");
const func2 = codePointLength;
const func4 = Object.prototype.hasOwnProperty;
const schema17 = {"type":"object","additionalProperties":false,"properties":{"rule_index":{"type":"integer","minimum":0,"maximum":50},"source":{"allOf":[{"$ref":"#/definitions/ipv4Network"}]},"destination":{"type":"array","maxItems":50,"items":{"allOf":[{"$ref":"#/definitions/ipv4Network"}]}}}};

function validate11(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "rule_index") || (key0 === "source")) || (key0 === "destination"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.rule_index !== undefined){
let data0 = data.rule_index;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
const err1 = {instancePath:instancePath+"/rule_index",schemaPath:"#/properties/rule_index/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 50 || isNaN(data0)){
const err2 = {instancePath:instancePath+"/rule_index",schemaPath:"#/properties/rule_index/maximum",keyword:"maximum",params:{comparison: "<=", limit: 50}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data0 < 0 || isNaN(data0)){
const err3 = {instancePath:instancePath+"/rule_index",schemaPath:"#/properties/rule_index/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
if(data.source !== undefined){
let data1 = data.source;
if(typeof data1 === "string"){
if(!pattern6.test(data1)){
const err4 = {instancePath:instancePath+"/source",schemaPath:"#/definitions/ipv4Network/pattern",keyword:"pattern",params:{pattern: "^(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])/(?:3[0-2]|[12]?[0-9])$"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/source",schemaPath:"#/definitions/ipv4Network/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.destination !== undefined){
let data2 = data.destination;
if(Array.isArray(data2)){
if(data2.length > 50){
const err6 = {instancePath:instancePath+"/destination",schemaPath:"#/properties/destination/maxItems",keyword:"maxItems",params:{limit: 50}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
if(typeof data3 === "string"){
if(!pattern6.test(data3)){
const err7 = {instancePath:instancePath+"/destination/" + i0,schemaPath:"#/definitions/ipv4Network/pattern",keyword:"pattern",params:{pattern: "^(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])/(?:3[0-2]|[12]?[0-9])$"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/destination/" + i0,schemaPath:"#/definitions/ipv4Network/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath:instancePath+"/destination",schemaPath:"#/properties/destination/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate11.errors = vErrors;
return errors === 0;
}


function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.project_id === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "project_id"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.vpn_connection_id === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "vpn_connection_id"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.vpn_connection === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "vpn_connection"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!((((((key0 === "region") || (key0 === "project_id")) || (key0 === "vpn_connection_id")) || (key0 === "context")) || (key0 === "vpn_connection")) || (pattern0.test(key0)))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.region !== undefined){
let data0 = data.region;
if(typeof data0 === "string"){
if(!pattern1.test(data0)){
const err4 = {instancePath:instancePath+"/region",schemaPath:"#/properties/region/pattern",keyword:"pattern",params:{pattern: "^[a-z]+(?:-[a-z0-9]+){1,3}$"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/region",schemaPath:"#/properties/region/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.project_id !== undefined){
let data1 = data.project_id;
if(typeof data1 === "string"){
if(func2(data1) < 1){
const err6 = {instancePath:instancePath+"/project_id",schemaPath:"#/properties/project_id/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(!pattern2.test(data1)){
const err7 = {instancePath:instancePath+"/project_id",schemaPath:"#/properties/project_id/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]*$"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/project_id",schemaPath:"#/properties/project_id/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.vpn_connection_id !== undefined){
let data2 = data.vpn_connection_id;
if(typeof data2 === "string"){
if(!pattern3.test(data2)){
const err9 = {instancePath:instancePath+"/vpn_connection_id",schemaPath:"#/definitions/uuid/pattern",keyword:"pattern",params:{pattern: "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/vpn_connection_id",schemaPath:"#/definitions/uuid/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.context !== undefined){
let data3 = data.context;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key1 in data3){
if(!((((key1 === "style") || (key1 === "flavor")) || (key1 === "association_mode")) || (key1 === "ike_version"))){
const err11 = {instancePath:instancePath+"/context",schemaPath:"#/properties/context/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data3.style !== undefined){
let data4 = data3.style;
if(typeof data4 !== "string"){
const err12 = {instancePath:instancePath+"/context/style",schemaPath:"#/properties/context/properties/style/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(!((((data4 === "static") || (data4 === "policy")) || (data4 === "bgp")) || (data4 === "policy-template"))){
const err13 = {instancePath:instancePath+"/context/style",schemaPath:"#/properties/context/properties/style/enum",keyword:"enum",params:{allowedValues: schema11.properties.context.properties.style.enum}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data3.flavor !== undefined){
let data5 = data3.flavor;
if(typeof data5 === "string"){
if(func2(data5) < 1){
const err14 = {instancePath:instancePath+"/context/flavor",schemaPath:"#/properties/context/properties/flavor/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/context/flavor",schemaPath:"#/properties/context/properties/flavor/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data3.association_mode !== undefined){
let data6 = data3.association_mode;
if(typeof data6 !== "string"){
const err16 = {instancePath:instancePath+"/context/association_mode",schemaPath:"#/properties/context/properties/association_mode/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(!((data6 === "vpc") || (data6 === "er"))){
const err17 = {instancePath:instancePath+"/context/association_mode",schemaPath:"#/properties/context/properties/association_mode/enum",keyword:"enum",params:{allowedValues: schema11.properties.context.properties.association_mode.enum}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data3.ike_version !== undefined){
let data7 = data3.ike_version;
if(typeof data7 !== "string"){
const err18 = {instancePath:instancePath+"/context/ike_version",schemaPath:"#/properties/context/properties/ike_version/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(!((data7 === "v1") || (data7 === "v2"))){
const err19 = {instancePath:instancePath+"/context/ike_version",schemaPath:"#/properties/context/properties/ike_version/enum",keyword:"enum",params:{allowedValues: schema11.properties.context.properties.ike_version.enum}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
else {
const err20 = {instancePath:instancePath+"/context",schemaPath:"#/properties/context/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.vpn_connection !== undefined){
let data8 = data.vpn_connection;
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
for(const key2 in data8){
if(!(func4.call(schema11.properties.vpn_connection.properties, key2))){
const err21 = {instancePath:instancePath+"/vpn_connection",schemaPath:"#/properties/vpn_connection/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data8.name !== undefined){
let data9 = data8.name;
if(typeof data9 === "string"){
if(func2(data9) > 64){
const err22 = {instancePath:instancePath+"/vpn_connection/name",schemaPath:"#/properties/vpn_connection/properties/name/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(func2(data9) < 1){
const err23 = {instancePath:instancePath+"/vpn_connection/name",schemaPath:"#/properties/vpn_connection/properties/name/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(!pattern4.test(data9)){
const err24 = {instancePath:instancePath+"/vpn_connection/name",schemaPath:"#/properties/vpn_connection/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_.-]*$"}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
else {
const err25 = {instancePath:instancePath+"/vpn_connection/name",schemaPath:"#/properties/vpn_connection/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data8.cgw_id !== undefined){
let data10 = data8.cgw_id;
if(typeof data10 === "string"){
if(!pattern3.test(data10)){
const err26 = {instancePath:instancePath+"/vpn_connection/cgw_id",schemaPath:"#/definitions/uuid/pattern",keyword:"pattern",params:{pattern: "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$"}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
else {
const err27 = {instancePath:instancePath+"/vpn_connection/cgw_id",schemaPath:"#/definitions/uuid/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data8.peer_subnets !== undefined){
let data11 = data8.peer_subnets;
if(Array.isArray(data11)){
if(data11.length > 50){
const err28 = {instancePath:instancePath+"/vpn_connection/peer_subnets",schemaPath:"#/properties/vpn_connection/properties/peer_subnets/maxItems",keyword:"maxItems",params:{limit: 50}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
const len0 = data11.length;
for(let i0=0; i0<len0; i0++){
let data12 = data11[i0];
if(typeof data12 === "string"){
if(!pattern6.test(data12)){
const err29 = {instancePath:instancePath+"/vpn_connection/peer_subnets/" + i0,schemaPath:"#/definitions/ipv4Network/pattern",keyword:"pattern",params:{pattern: "^(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])/(?:3[0-2]|[12]?[0-9])$"}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
else {
const err30 = {instancePath:instancePath+"/vpn_connection/peer_subnets/" + i0,schemaPath:"#/definitions/ipv4Network/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
}
else {
const err31 = {instancePath:instancePath+"/vpn_connection/peer_subnets",schemaPath:"#/properties/vpn_connection/properties/peer_subnets/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data8.tunnel_local_address !== undefined){
let data13 = data8.tunnel_local_address;
if(typeof data13 === "string"){
if(!pattern7.test(data13)){
const err32 = {instancePath:instancePath+"/vpn_connection/tunnel_local_address",schemaPath:"#/definitions/tunnelAddress/pattern",keyword:"pattern",params:{pattern: "^169\\.254\\.(?!195\\.)(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])/30$"}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
else {
const err33 = {instancePath:instancePath+"/vpn_connection/tunnel_local_address",schemaPath:"#/definitions/tunnelAddress/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data8.tunnel_peer_address !== undefined){
let data14 = data8.tunnel_peer_address;
if(typeof data14 === "string"){
if(!pattern7.test(data14)){
const err34 = {instancePath:instancePath+"/vpn_connection/tunnel_peer_address",schemaPath:"#/definitions/tunnelAddress/pattern",keyword:"pattern",params:{pattern: "^169\\.254\\.(?!195\\.)(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])/30$"}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
else {
const err35 = {instancePath:instancePath+"/vpn_connection/tunnel_peer_address",schemaPath:"#/definitions/tunnelAddress/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data8.psk !== undefined){
let data15 = data8.psk;
if(typeof data15 === "string"){
if(func2(data15) > 128){
const err36 = {instancePath:instancePath+"/vpn_connection/psk",schemaPath:"#/properties/vpn_connection/properties/psk/maxLength",keyword:"maxLength",params:{limit: 128}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
if(func2(data15) < 8){
const err37 = {instancePath:instancePath+"/vpn_connection/psk",schemaPath:"#/properties/vpn_connection/properties/psk/minLength",keyword:"minLength",params:{limit: 8}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
if(!pattern9.test(data15)){
const err38 = {instancePath:instancePath+"/vpn_connection/psk",schemaPath:"#/properties/vpn_connection/properties/psk/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9~!@#$%^()\\-_+={ },./:;]*$"}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
else {
const err39 = {instancePath:instancePath+"/vpn_connection/psk",schemaPath:"#/properties/vpn_connection/properties/psk/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data8.policy_rules !== undefined){
let data16 = data8.policy_rules;
if(Array.isArray(data16)){
if(data16.length > 5){
const err40 = {instancePath:instancePath+"/vpn_connection/policy_rules",schemaPath:"#/properties/vpn_connection/properties/policy_rules/maxItems",keyword:"maxItems",params:{limit: 5}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
const len1 = data16.length;
for(let i1=0; i1<len1; i1++){
if(!(validate11(data16[i1], {instancePath:instancePath+"/vpn_connection/policy_rules/" + i1,parentData:data16,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
errors = vErrors.length;
}
}
}
else {
const err41 = {instancePath:instancePath+"/vpn_connection/policy_rules",schemaPath:"#/properties/vpn_connection/properties/policy_rules/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
if(data8.ikepolicy !== undefined){
let data18 = data8.ikepolicy;
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
for(const key3 in data18){
if(!(func4.call(schema11.properties.vpn_connection.properties.ikepolicy.properties, key3))){
const err42 = {instancePath:instancePath+"/vpn_connection/ikepolicy",schemaPath:"#/properties/vpn_connection/properties/ikepolicy/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data18.ike_version !== undefined){
let data19 = data18.ike_version;
if(typeof data19 !== "string"){
const err43 = {instancePath:instancePath+"/vpn_connection/ikepolicy/ike_version",schemaPath:"#/properties/vpn_connection/properties/ikepolicy/properties/ike_version/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
if(!((data19 === "v1") || (data19 === "v2"))){
const err44 = {instancePath:instancePath+"/vpn_connection/ikepolicy/ike_version",schemaPath:"#/properties/vpn_connection/properties/ikepolicy/properties/ike_version/enum",keyword:"enum",params:{allowedValues: schema11.properties.vpn_connection.properties.ikepolicy.properties.ike_version.enum}};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data18.phase1_negotiation_mode !== undefined){
let data20 = data18.phase1_negotiation_mode;
if(typeof data20 !== "string"){
const err45 = {instancePath:instancePath+"/vpn_connection/ikepolicy/phase1_negotiation_mode",schemaPath:"#/properties/vpn_connection/properties/ikepolicy/properties/phase1_negotiation_mode/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
if(!((data20 === "main") || (data20 === "aggressive"))){
const err46 = {instancePath:instancePath+"/vpn_connection/ikepolicy/phase1_negotiation_mode",schemaPath:"#/properties/vpn_connection/properties/ikepolicy/properties/phase1_negotiation_mode/enum",keyword:"enum",params:{allowedValues: schema11.properties.vpn_connection.properties.ikepolicy.properties.phase1_negotiation_mode.enum}};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data18.authentication_algorithm !== undefined){
let data21 = data18.authentication_algorithm;
if(typeof data21 !== "string"){
const err47 = {instancePath:instancePath+"/vpn_connection/ikepolicy/authentication_algorithm",schemaPath:"#/definitions/authenticationAlgorithm/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
if(!((((((data21 === "sha2-512") || (data21 === "sha2-384")) || (data21 === "sha2-256")) || (data21 === "sha1")) || (data21 === "md5")) || (data21 === "sm3"))){
const err48 = {instancePath:instancePath+"/vpn_connection/ikepolicy/authentication_algorithm",schemaPath:"#/definitions/authenticationAlgorithm/enum",keyword:"enum",params:{allowedValues: schema20.enum}};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data18.encryption_algorithm !== undefined){
let data22 = data18.encryption_algorithm;
if(typeof data22 !== "string"){
const err49 = {instancePath:instancePath+"/vpn_connection/ikepolicy/encryption_algorithm",schemaPath:"#/definitions/encryptionAlgorithm/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
if(!(((((((data22 === "aes-256-gcm-16") || (data22 === "aes-128-gcm-16")) || (data22 === "aes-256")) || (data22 === "aes-192")) || (data22 === "aes-128")) || (data22 === "3des")) || (data22 === "sm4"))){
const err50 = {instancePath:instancePath+"/vpn_connection/ikepolicy/encryption_algorithm",schemaPath:"#/definitions/encryptionAlgorithm/enum",keyword:"enum",params:{allowedValues: schema21.enum}};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
if(data18.dh_group !== undefined){
let data23 = data18.dh_group;
if(typeof data23 !== "string"){
const err51 = {instancePath:instancePath+"/vpn_connection/ikepolicy/dh_group",schemaPath:"#/definitions/dhGroup/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
if(!(((((((((data23 === "group1") || (data23 === "group2")) || (data23 === "group5")) || (data23 === "group14")) || (data23 === "group15")) || (data23 === "group16")) || (data23 === "group19")) || (data23 === "group20")) || (data23 === "group21"))){
const err52 = {instancePath:instancePath+"/vpn_connection/ikepolicy/dh_group",schemaPath:"#/definitions/dhGroup/enum",keyword:"enum",params:{allowedValues: schema22.enum}};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
if(data18.lifetime_seconds !== undefined){
let data24 = data18.lifetime_seconds;
if(!(((typeof data24 == "number") && (!(data24 % 1) && !isNaN(data24))) && (isFinite(data24)))){
const err53 = {instancePath:instancePath+"/vpn_connection/ikepolicy/lifetime_seconds",schemaPath:"#/properties/vpn_connection/properties/ikepolicy/properties/lifetime_seconds/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
if((typeof data24 == "number") && (isFinite(data24))){
if(data24 > 604800 || isNaN(data24)){
const err54 = {instancePath:instancePath+"/vpn_connection/ikepolicy/lifetime_seconds",schemaPath:"#/properties/vpn_connection/properties/ikepolicy/properties/lifetime_seconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 604800}};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
if(data24 < 60 || isNaN(data24)){
const err55 = {instancePath:instancePath+"/vpn_connection/ikepolicy/lifetime_seconds",schemaPath:"#/properties/vpn_connection/properties/ikepolicy/properties/lifetime_seconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 60}};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
}
if(data18.local_id_type !== undefined){
let data25 = data18.local_id_type;
if(typeof data25 !== "string"){
const err56 = {instancePath:instancePath+"/vpn_connection/ikepolicy/local_id_type",schemaPath:"#/definitions/identityType/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
if(!((data25 === "ip") || (data25 === "fqdn"))){
const err57 = {instancePath:instancePath+"/vpn_connection/ikepolicy/local_id_type",schemaPath:"#/definitions/identityType/enum",keyword:"enum",params:{allowedValues: schema23.enum}};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
if(data18.local_id !== undefined){
let data26 = data18.local_id;
if(typeof data26 === "string"){
if(func2(data26) > 255){
const err58 = {instancePath:instancePath+"/vpn_connection/ikepolicy/local_id",schemaPath:"#/definitions/identity/maxLength",keyword:"maxLength",params:{limit: 255}};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
if(func2(data26) < 1){
const err59 = {instancePath:instancePath+"/vpn_connection/ikepolicy/local_id",schemaPath:"#/definitions/identity/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
if(!pattern12.test(data26)){
const err60 = {instancePath:instancePath+"/vpn_connection/ikepolicy/local_id",schemaPath:"#/definitions/identity/pattern",keyword:"pattern",params:{pattern: "^[^&<>\\[\\]\\\\\\s]*$"}};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
else {
const err61 = {instancePath:instancePath+"/vpn_connection/ikepolicy/local_id",schemaPath:"#/definitions/identity/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
if(data18.peer_id_type !== undefined){
let data27 = data18.peer_id_type;
if(typeof data27 !== "string"){
const err62 = {instancePath:instancePath+"/vpn_connection/ikepolicy/peer_id_type",schemaPath:"#/definitions/identityType/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
if(!((data27 === "ip") || (data27 === "fqdn"))){
const err63 = {instancePath:instancePath+"/vpn_connection/ikepolicy/peer_id_type",schemaPath:"#/definitions/identityType/enum",keyword:"enum",params:{allowedValues: schema23.enum}};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
if(data18.peer_id !== undefined){
let data28 = data18.peer_id;
if(typeof data28 === "string"){
if(func2(data28) > 255){
const err64 = {instancePath:instancePath+"/vpn_connection/ikepolicy/peer_id",schemaPath:"#/definitions/identity/maxLength",keyword:"maxLength",params:{limit: 255}};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
if(func2(data28) < 1){
const err65 = {instancePath:instancePath+"/vpn_connection/ikepolicy/peer_id",schemaPath:"#/definitions/identity/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
if(!pattern12.test(data28)){
const err66 = {instancePath:instancePath+"/vpn_connection/ikepolicy/peer_id",schemaPath:"#/definitions/identity/pattern",keyword:"pattern",params:{pattern: "^[^&<>\\[\\]\\\\\\s]*$"}};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
else {
const err67 = {instancePath:instancePath+"/vpn_connection/ikepolicy/peer_id",schemaPath:"#/definitions/identity/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
if(data18.dpd !== undefined){
let data29 = data18.dpd;
if(data29 && typeof data29 == "object" && !Array.isArray(data29)){
for(const key4 in data29){
if(!(((key4 === "timeout") || (key4 === "interval")) || (key4 === "msg"))){
const err68 = {instancePath:instancePath+"/vpn_connection/ikepolicy/dpd",schemaPath:"#/properties/vpn_connection/properties/ikepolicy/properties/dpd/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4}};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
if(data29.timeout !== undefined){
let data30 = data29.timeout;
if(!(((typeof data30 == "number") && (!(data30 % 1) && !isNaN(data30))) && (isFinite(data30)))){
const err69 = {instancePath:instancePath+"/vpn_connection/ikepolicy/dpd/timeout",schemaPath:"#/properties/vpn_connection/properties/ikepolicy/properties/dpd/properties/timeout/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
if((typeof data30 == "number") && (isFinite(data30))){
if(data30 > 60 || isNaN(data30)){
const err70 = {instancePath:instancePath+"/vpn_connection/ikepolicy/dpd/timeout",schemaPath:"#/properties/vpn_connection/properties/ikepolicy/properties/dpd/properties/timeout/maximum",keyword:"maximum",params:{comparison: "<=", limit: 60}};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
if(data30 < 2 || isNaN(data30)){
const err71 = {instancePath:instancePath+"/vpn_connection/ikepolicy/dpd/timeout",schemaPath:"#/properties/vpn_connection/properties/ikepolicy/properties/dpd/properties/timeout/minimum",keyword:"minimum",params:{comparison: ">=", limit: 2}};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
}
if(data29.interval !== undefined){
let data31 = data29.interval;
if(!(((typeof data31 == "number") && (!(data31 % 1) && !isNaN(data31))) && (isFinite(data31)))){
const err72 = {instancePath:instancePath+"/vpn_connection/ikepolicy/dpd/interval",schemaPath:"#/properties/vpn_connection/properties/ikepolicy/properties/dpd/properties/interval/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
if((typeof data31 == "number") && (isFinite(data31))){
if(data31 > 3600 || isNaN(data31)){
const err73 = {instancePath:instancePath+"/vpn_connection/ikepolicy/dpd/interval",schemaPath:"#/properties/vpn_connection/properties/ikepolicy/properties/dpd/properties/interval/maximum",keyword:"maximum",params:{comparison: "<=", limit: 3600}};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
if(data31 < 10 || isNaN(data31)){
const err74 = {instancePath:instancePath+"/vpn_connection/ikepolicy/dpd/interval",schemaPath:"#/properties/vpn_connection/properties/ikepolicy/properties/dpd/properties/interval/minimum",keyword:"minimum",params:{comparison: ">=", limit: 10}};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
}
if(data29.msg !== undefined){
let data32 = data29.msg;
if(typeof data32 !== "string"){
const err75 = {instancePath:instancePath+"/vpn_connection/ikepolicy/dpd/msg",schemaPath:"#/properties/vpn_connection/properties/ikepolicy/properties/dpd/properties/msg/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
if(!((data32 === "seq-hash-notify") || (data32 === "seq-notify-hash"))){
const err76 = {instancePath:instancePath+"/vpn_connection/ikepolicy/dpd/msg",schemaPath:"#/properties/vpn_connection/properties/ikepolicy/properties/dpd/properties/msg/enum",keyword:"enum",params:{allowedValues: schema11.properties.vpn_connection.properties.ikepolicy.properties.dpd.properties.msg.enum}};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
}
else {
const err77 = {instancePath:instancePath+"/vpn_connection/ikepolicy/dpd",schemaPath:"#/properties/vpn_connection/properties/ikepolicy/properties/dpd/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
}
else {
const err78 = {instancePath:instancePath+"/vpn_connection/ikepolicy",schemaPath:"#/properties/vpn_connection/properties/ikepolicy/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
if(data8.ipsecpolicy !== undefined){
let data33 = data8.ipsecpolicy;
if(data33 && typeof data33 == "object" && !Array.isArray(data33)){
for(const key5 in data33){
if(!((((((key5 === "authentication_algorithm") || (key5 === "encryption_algorithm")) || (key5 === "pfs")) || (key5 === "transform_protocol")) || (key5 === "lifetime_seconds")) || (key5 === "encapsulation_mode"))){
const err79 = {instancePath:instancePath+"/vpn_connection/ipsecpolicy",schemaPath:"#/properties/vpn_connection/properties/ipsecpolicy/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5}};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
if(data33.authentication_algorithm !== undefined){
let data34 = data33.authentication_algorithm;
if(typeof data34 !== "string"){
const err80 = {instancePath:instancePath+"/vpn_connection/ipsecpolicy/authentication_algorithm",schemaPath:"#/definitions/authenticationAlgorithm/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
if(!((((((data34 === "sha2-512") || (data34 === "sha2-384")) || (data34 === "sha2-256")) || (data34 === "sha1")) || (data34 === "md5")) || (data34 === "sm3"))){
const err81 = {instancePath:instancePath+"/vpn_connection/ipsecpolicy/authentication_algorithm",schemaPath:"#/definitions/authenticationAlgorithm/enum",keyword:"enum",params:{allowedValues: schema20.enum}};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
if(data33.encryption_algorithm !== undefined){
let data35 = data33.encryption_algorithm;
if(typeof data35 !== "string"){
const err82 = {instancePath:instancePath+"/vpn_connection/ipsecpolicy/encryption_algorithm",schemaPath:"#/definitions/encryptionAlgorithm/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
if(!(((((((data35 === "aes-256-gcm-16") || (data35 === "aes-128-gcm-16")) || (data35 === "aes-256")) || (data35 === "aes-192")) || (data35 === "aes-128")) || (data35 === "3des")) || (data35 === "sm4"))){
const err83 = {instancePath:instancePath+"/vpn_connection/ipsecpolicy/encryption_algorithm",schemaPath:"#/definitions/encryptionAlgorithm/enum",keyword:"enum",params:{allowedValues: schema21.enum}};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
if(data33.pfs !== undefined){
let data36 = data33.pfs;
if(typeof data36 !== "string"){
const err84 = {instancePath:instancePath+"/vpn_connection/ipsecpolicy/pfs",schemaPath:"#/properties/vpn_connection/properties/ipsecpolicy/properties/pfs/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
if(!((((((((((data36 === "group1") || (data36 === "group2")) || (data36 === "group5")) || (data36 === "group14")) || (data36 === "group15")) || (data36 === "group16")) || (data36 === "group19")) || (data36 === "group20")) || (data36 === "group21")) || (data36 === "disable"))){
const err85 = {instancePath:instancePath+"/vpn_connection/ipsecpolicy/pfs",schemaPath:"#/properties/vpn_connection/properties/ipsecpolicy/properties/pfs/enum",keyword:"enum",params:{allowedValues: schema11.properties.vpn_connection.properties.ipsecpolicy.properties.pfs.enum}};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
}
if(data33.transform_protocol !== undefined){
let data37 = data33.transform_protocol;
if(typeof data37 !== "string"){
const err86 = {instancePath:instancePath+"/vpn_connection/ipsecpolicy/transform_protocol",schemaPath:"#/properties/vpn_connection/properties/ipsecpolicy/properties/transform_protocol/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
if(!(data37 === "esp")){
const err87 = {instancePath:instancePath+"/vpn_connection/ipsecpolicy/transform_protocol",schemaPath:"#/properties/vpn_connection/properties/ipsecpolicy/properties/transform_protocol/enum",keyword:"enum",params:{allowedValues: schema11.properties.vpn_connection.properties.ipsecpolicy.properties.transform_protocol.enum}};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
}
if(data33.lifetime_seconds !== undefined){
let data38 = data33.lifetime_seconds;
if(!(((typeof data38 == "number") && (!(data38 % 1) && !isNaN(data38))) && (isFinite(data38)))){
const err88 = {instancePath:instancePath+"/vpn_connection/ipsecpolicy/lifetime_seconds",schemaPath:"#/properties/vpn_connection/properties/ipsecpolicy/properties/lifetime_seconds/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
if((typeof data38 == "number") && (isFinite(data38))){
if(data38 > 604800 || isNaN(data38)){
const err89 = {instancePath:instancePath+"/vpn_connection/ipsecpolicy/lifetime_seconds",schemaPath:"#/properties/vpn_connection/properties/ipsecpolicy/properties/lifetime_seconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 604800}};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
if(data38 < 30 || isNaN(data38)){
const err90 = {instancePath:instancePath+"/vpn_connection/ipsecpolicy/lifetime_seconds",schemaPath:"#/properties/vpn_connection/properties/ipsecpolicy/properties/lifetime_seconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 30}};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
}
}
if(data33.encapsulation_mode !== undefined){
let data39 = data33.encapsulation_mode;
if(typeof data39 !== "string"){
const err91 = {instancePath:instancePath+"/vpn_connection/ipsecpolicy/encapsulation_mode",schemaPath:"#/properties/vpn_connection/properties/ipsecpolicy/properties/encapsulation_mode/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
if(!(data39 === "tunnel")){
const err92 = {instancePath:instancePath+"/vpn_connection/ipsecpolicy/encapsulation_mode",schemaPath:"#/properties/vpn_connection/properties/ipsecpolicy/properties/encapsulation_mode/enum",keyword:"enum",params:{allowedValues: schema11.properties.vpn_connection.properties.ipsecpolicy.properties.encapsulation_mode.enum}};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
}
}
else {
const err93 = {instancePath:instancePath+"/vpn_connection/ipsecpolicy",schemaPath:"#/properties/vpn_connection/properties/ipsecpolicy/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
}
if(data8.enable_hub !== undefined){
if(typeof data8.enable_hub !== "boolean"){
const err94 = {instancePath:instancePath+"/vpn_connection/enable_hub",schemaPath:"#/properties/vpn_connection/properties/enable_hub/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
}
if(data8.peer_subnets_v6 !== undefined){
let data41 = data8.peer_subnets_v6;
if(Array.isArray(data41)){
if(data41.length > 50){
const err95 = {instancePath:instancePath+"/vpn_connection/peer_subnets_v6",schemaPath:"#/properties/vpn_connection/properties/peer_subnets_v6/maxItems",keyword:"maxItems",params:{limit: 50}};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
const len2 = data41.length;
for(let i2=0; i2<len2; i2++){
if(typeof data41[i2] !== "string"){
const err96 = {instancePath:instancePath+"/vpn_connection/peer_subnets_v6/" + i2,schemaPath:"#/properties/vpn_connection/properties/peer_subnets_v6/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
}
}
else {
const err97 = {instancePath:instancePath+"/vpn_connection/peer_subnets_v6",schemaPath:"#/properties/vpn_connection/properties/peer_subnets_v6/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
}
if(data8.policy_rules_v6 !== undefined){
let data43 = data8.policy_rules_v6;
if(Array.isArray(data43)){
if(data43.length > 5){
const err98 = {instancePath:instancePath+"/vpn_connection/policy_rules_v6",schemaPath:"#/properties/vpn_connection/properties/policy_rules_v6/maxItems",keyword:"maxItems",params:{limit: 5}};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
const len3 = data43.length;
for(let i3=0; i3<len3; i3++){
let data44 = data43[i3];
if(!(data44 && typeof data44 == "object" && !Array.isArray(data44))){
const err99 = {instancePath:instancePath+"/vpn_connection/policy_rules_v6/" + i3,schemaPath:"#/properties/vpn_connection/properties/policy_rules_v6/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
}
}
else {
const err100 = {instancePath:instancePath+"/vpn_connection/policy_rules_v6",schemaPath:"#/properties/vpn_connection/properties/policy_rules_v6/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
}
}
else {
const err101 = {instancePath:instancePath+"/vpn_connection",schemaPath:"#/properties/vpn_connection/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
}
}
else {
const err102 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}

