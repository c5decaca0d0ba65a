// Generated from schemas/vpnconn-update.schema.json by `npm run generate`. Do not edit.
const codePointLength = (text) => { let count = 0; for (const _ of text) count++; return count; };
const violation = (instancePath, keyword, params = {}) => ({ instancePath, keyword, params });

export const validate = validate21;
export default validate21;
const schema6 = {"properties":{"region":{},"project_id":{},"vpn_connection_id":{},"context":{"properties":{"style":{},"flavor":{},"association_mode":{},"ike_version":{}}},"vpn_connection":{"properties":{"name":{},"cgw_id":{},"peer_subnets":{},"tunnel_local_address":{},"tunnel_peer_address":{},"psk":{},"policy_rules":{},"ikepolicy":{"properties":{"ike_version":{},"phase1_negotiation_mode":{},"authentication_algorithm":{},"encryption_algorithm":{},"dh_group":{},"lifetime_seconds":{},"local_id_type":{},"local_id":{},"peer_id_type":{},"peer_id":{},"dpd":{"properties":{"timeout":{},"interval":{},"msg":{}}}}},"ipsecpolicy":{"properties":{"authentication_algorithm":{},"encryption_algorithm":{},"pfs":{},"transform_protocol":{},"lifetime_seconds":{},"encapsulation_mode":{}}},"enable_hub":{},"peer_subnets_v6":{},"policy_rules_v6":{}}}}};
const pattern0 = new RegExp("^x-", "u");
const pattern1 = new RegExp("^[a-z]+(?:-[a-z0-9]+){1,3}$", "u");
const pattern2 = new RegExp("^[A-Za-z0-9_-]*$", "u");
const pattern4 = new RegExp("^[A-Za-z0-9_.-]*$", "u");
const pattern7 = new RegExp("^[A-Za-z0-9~!@#$%^()\\-_+={ },./:;]*$", "u");
const func2 = codePointLength;
const func4 = Object.prototype.hasOwnProperty;
const schema7 = {};
const pattern3 = new RegExp("^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$", "u");

function validate22(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(typeof data === "string"){
if(!pattern3.test(data)){
(vErrors ??= []).push(violation(instancePath, "pattern"));
errors++;
}
}
else {
(vErrors ??= []).push(violation(instancePath, "type"));
errors++;
}
validate22.errors = vErrors;
return errors === 0;
}

const schema8 = {};
const pattern5 = new RegExp("^(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])/(?:3[0-2]|[12]?[0-9])$", "u");

function validate25(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(typeof data === "string"){
if(!pattern5.test(data)){
(vErrors ??= []).push(violation(instancePath, "pattern"));
errors++;
}
}
else {
(vErrors ??= []).push(violation(instancePath, "type"));
errors++;
}
validate25.errors = vErrors;
return errors === 0;
}

const schema9 = {};
const pattern6 = new RegExp("^169\\.254\\.(?!195\\.)(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])/30$", "u");

function validate27(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(typeof data === "string"){
if(!pattern6.test(data)){
(vErrors ??= []).push(violation(instancePath, "pattern"));
errors++;
}
}
else {
(vErrors ??= []).push(violation(instancePath, "type"));
errors++;
}
validate27.errors = vErrors;
return errors === 0;
}

const schema10 = {"properties":{"rule_index":{},"source":{},"destination":{}}};

function validate30(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "rule_index") || (key0 === "source")) || (key0 === "destination"))){
(vErrors ??= []).push(violation(instancePath, "additionalProperties", {additionalProperty: key0}));
errors++;
}
}
if(data.rule_index !== undefined){
let data0 = data.rule_index;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
(vErrors ??= []).push(violation(instancePath+"/rule_index", "type"));
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 50 || isNaN(data0)){
(vErrors ??= []).push(violation(instancePath+"/rule_index", "maximum"));
errors++;
}
if(data0 < 0 || isNaN(data0)){
(vErrors ??= []).push(violation(instancePath+"/rule_index", "minimum"));
errors++;
}
}
}
if(data.source !== undefined){
if(!(validate25(data.source, {instancePath:instancePath+"/source"}))){
vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
errors = vErrors.length;
}
}
if(data.destination !== undefined){
let data2 = data.destination;
if(Array.isArray(data2)){
if(data2.length > 50){
(vErrors ??= []).push(violation(instancePath+"/destination", "maxItems"));
errors++;
}
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
if(!(validate25(data2[i0], {instancePath:instancePath+"/destination/" + i0}))){
vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
errors = vErrors.length;
}
}
}
else {
(vErrors ??= []).push(violation(instancePath+"/destination", "type"));
errors++;
}
}
}
else {
(vErrors ??= []).push(violation(instancePath, "type"));
errors++;
}
validate30.errors = vErrors;
return errors === 0;
}

const schema11 = {};

function validate34(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
(vErrors ??= []).push(violation(instancePath, "type"));
errors++;
}
if(!((((((data === "sha2-512") || (data === "sha2-384")) || (data === "sha2-256")) || (data === "sha1")) || (data === "md5")) || (data === "sm3"))){
(vErrors ??= []).push(violation(instancePath, "enum"));
errors++;
}
validate34.errors = vErrors;
return errors === 0;
}

const schema12 = {};

function validate36(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
(vErrors ??= []).push(violation(instancePath, "type"));
errors++;
}
if(!(((((((data === "aes-256-gcm-16") || (data === "aes-128-gcm-16")) || (data === "aes-256")) || (data === "aes-192")) || (data === "aes-128")) || (data === "3des")) || (data === "sm4"))){
(vErrors ??= []).push(violation(instancePath, "enum"));
errors++;
}
validate36.errors = vErrors;
return errors === 0;
}

const schema13 = {};

function validate38(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
(vErrors ??= []).push(violation(instancePath, "type"));
errors++;
}
if(!(((((((((data === "group1") || (data === "group2")) || (data === "group5")) || (data === "group14")) || (data === "group15")) || (data === "group16")) || (data === "group19")) || (data === "group20")) || (data === "group21"))){
(vErrors ??= []).push(violation(instancePath, "enum"));
errors++;
}
validate38.errors = vErrors;
return errors === 0;
}

const schema14 = {};

function validate40(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
(vErrors ??= []).push(violation(instancePath, "type"));
errors++;
}
if(!((data === "ip") || (data === "fqdn"))){
(vErrors ??= []).push(violation(instancePath, "enum"));
errors++;
}
validate40.errors = vErrors;
return errors === 0;
}

const schema15 = {};
const pattern8 = new RegExp("^[!-%'-;=?-Z^-~]*$", "u");

function validate42(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(typeof data === "string"){
if(func2(data) > 255){
(vErrors ??= []).push(violation(instancePath, "maxLength"));
errors++;
}
if(func2(data) < 1){
(vErrors ??= []).push(violation(instancePath, "minLength"));
errors++;
}
if(!pattern8.test(data)){
(vErrors ??= []).push(violation(instancePath, "pattern"));
errors++;
}
}
else {
(vErrors ??= []).push(violation(instancePath, "type"));
errors++;
}
validate42.errors = vErrors;
return errors === 0;
}


function validate21(data, {instancePath=""}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.project_id === undefined){
(vErrors ??= []).push(violation(instancePath, "required", {missingProperty: "project_id"}));
errors++;
}
if(data.vpn_connection_id === undefined){
(vErrors ??= []).push(violation(instancePath, "required", {missingProperty: "vpn_connection_id"}));
errors++;
}
if(data.vpn_connection === undefined){
(vErrors ??= []).push(violation(instancePath, "required", {missingProperty: "vpn_connection"}));
errors++;
}
for(const key0 in data){
if(!((((((key0 === "region") || (key0 === "project_id")) || (key0 === "vpn_connection_id")) || (key0 === "context")) || (key0 === "vpn_connection")) || (pattern0.test(key0)))){
(vErrors ??= []).push(violation(instancePath, "additionalProperties", {additionalProperty: key0}));
errors++;
}
}
if(data.region !== undefined){
let data0 = data.region;
if(typeof data0 === "string"){
if(!pattern1.test(data0)){
(vErrors ??= []).push(violation(instancePath+"/region", "pattern"));
errors++;
}
}
else {
(vErrors ??= []).push(violation(instancePath+"/region", "type"));
errors++;
}
}
if(data.project_id !== undefined){
let data1 = data.project_id;
if(typeof data1 === "string"){
if(func2(data1) < 1){
(vErrors ??= []).push(violation(instancePath+"/project_id", "minLength"));
errors++;
}
if(!pattern2.test(data1)){
(vErrors ??= []).push(violation(instancePath+"/project_id", "pattern"));
errors++;
}
}
else {
(vErrors ??= []).push(violation(instancePath+"/project_id", "type"));
errors++;
}
}
if(data.vpn_connection_id !== undefined){
if(!(validate22(data.vpn_connection_id, {instancePath:instancePath+"/vpn_connection_id"}))){
vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
errors = vErrors.length;
}
}
if(data.context !== undefined){
let data3 = data.context;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key1 in data3){
if(!((((key1 === "style") || (key1 === "flavor")) || (key1 === "association_mode")) || (key1 === "ike_version"))){
(vErrors ??= []).push(violation(instancePath+"/context", "additionalProperties", {additionalProperty: key1}));
errors++;
}
}
if(data3.style !== undefined){
let data4 = data3.style;
if(typeof data4 !== "string"){
(vErrors ??= []).push(violation(instancePath+"/context/style", "type"));
errors++;
}
if(!((((data4 === "static") || (data4 === "policy")) || (data4 === "bgp")) || (data4 === "policy-template"))){
(vErrors ??= []).push(violation(instancePath+"/context/style", "enum"));
errors++;
}
}
if(data3.flavor !== undefined){
let data5 = data3.flavor;
if(typeof data5 === "string"){
if(func2(data5) < 1){
(vErrors ??= []).push(violation(instancePath+"/context/flavor", "minLength"));
errors++;
}
}
else {
(vErrors ??= []).push(violation(instancePath+"/context/flavor", "type"));
errors++;
}
}
if(data3.association_mode !== undefined){
let data6 = data3.association_mode;
if(typeof data6 !== "string"){
(vErrors ??= []).push(violation(instancePath+"/context/association_mode", "type"));
errors++;
}
if(!((data6 === "vpc") || (data6 === "er"))){
(vErrors ??= []).push(violation(instancePath+"/context/association_mode", "enum"));
errors++;
}
}
if(data3.ike_version !== undefined){
let data7 = data3.ike_version;
if(typeof data7 !== "string"){
(vErrors ??= []).push(violation(instancePath+"/context/ike_version", "type"));
errors++;
}
if(!((data7 === "v1") || (data7 === "v2"))){
(vErrors ??= []).push(violation(instancePath+"/context/ike_version", "enum"));
errors++;
}
}
}
else {
(vErrors ??= []).push(violation(instancePath+"/context", "type"));
errors++;
}
}
if(data.vpn_connection !== undefined){
let data8 = data.vpn_connection;
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
for(const key2 in data8){
if(!(func4.call(schema6.properties.vpn_connection.properties, key2))){
(vErrors ??= []).push(violation(instancePath+"/vpn_connection", "additionalProperties", {additionalProperty: key2}));
errors++;
}
}
if(data8.name !== undefined){
let data9 = data8.name;
if(typeof data9 === "string"){
if(func2(data9) > 64){
(vErrors ??= []).push(violation(instancePath+"/vpn_connection/name", "maxLength"));
errors++;
}
if(func2(data9) < 1){
(vErrors ??= []).push(violation(instancePath+"/vpn_connection/name", "minLength"));
errors++;
}
if(!pattern4.test(data9)){
(vErrors ??= []).push(violation(instancePath+"/vpn_connection/name", "pattern"));
errors++;
}
}
else {
(vErrors ??= []).push(violation(instancePath+"/vpn_connection/name", "type"));
errors++;
}
}
if(data8.cgw_id !== undefined){
if(!(validate22(data8.cgw_id, {instancePath:instancePath+"/vpn_connection/cgw_id"}))){
vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
errors = vErrors.length;
}
}
if(data8.peer_subnets !== undefined){
let data11 = data8.peer_subnets;
if(Array.isArray(data11)){
if(data11.length > 50){
(vErrors ??= []).push(violation(instancePath+"/vpn_connection/peer_subnets", "maxItems"));
errors++;
}
const len0 = data11.length;
for(let i0=0; i0<len0; i0++){
if(!(validate25(data11[i0], {instancePath:instancePath+"/vpn_connection/peer_subnets/" + i0}))){
vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
errors = vErrors.length;
}
}
}
else {
(vErrors ??= []).push(violation(instancePath+"/vpn_connection/peer_subnets", "type"));
errors++;
}
}
if(data8.tunnel_local_address !== undefined){
if(!(validate27(data8.tunnel_local_address, {instancePath:instancePath+"/vpn_connection/tunnel_local_address"}))){
vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
errors = vErrors.length;
}
}
if(data8.tunnel_peer_address !== undefined){
if(!(validate27(data8.tunnel_peer_address, {instancePath:instancePath+"/vpn_connection/tunnel_peer_address"}))){
vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
errors = vErrors.length;
}
}
if(data8.psk !== undefined){
let data15 = data8.psk;
if(typeof data15 === "string"){
if(func2(data15) > 128){
(vErrors ??= []).push(violation(instancePath+"/vpn_connection/psk", "maxLength"));
errors++;
}
if(func2(data15) < 8){
(vErrors ??= []).push(violation(instancePath+"/vpn_connection/psk", "minLength"));
errors++;
}
if(!pattern7.test(data15)){
(vErrors ??= []).push(violation(instancePath+"/vpn_connection/psk", "pattern"));
errors++;
}
}
else {
(vErrors ??= []).push(violation(instancePath+"/vpn_connection/psk", "type"));
errors++;
}
}
if(data8.policy_rules !== undefined){
let data16 = data8.policy_rules;
if(Array.isArray(data16)){
if(data16.length > 5){
(vErrors ??= []).push(violation(instancePath+"/vpn_connection/policy_rules", "maxItems"));
errors++;
}
const len1 = data16.length;
for(let i1=0; i1<len1; i1++){
if(!(validate30(data16[i1], {instancePath:instancePath+"/vpn_connection/policy_rules/" + i1}))){
vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
errors = vErrors.length;
}
}
}
else {
(vErrors ??= []).push(violation(instancePath+"/vpn_connection/policy_rules", "type"));
errors++;
}
}
if(data8.ikepolicy !== undefined){
let data18 = data8.ikepolicy;
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
for(const key3 in data18){
if(!(func4.call(schema6.properties.vpn_connection.properties.ikepolicy.properties, key3))){
(vErrors ??= []).push(violation(instancePath+"/vpn_connection/ikepolicy", "additionalProperties", {additionalProperty: key3}));
errors++;
}
}
if(data18.ike_version !== undefined){
let data19 = data18.ike_version;
if(typeof data19 !== "string"){
(vErrors ??= []).push(violation(instancePath+"/vpn_connection/ikepolicy/ike_version", "type"));
errors++;
}
if(!((data19 === "v1") || (data19 === "v2"))){
(vErrors ??= []).push(violation(instancePath+"/vpn_connection/ikepolicy/ike_version", "enum"));
errors++;
}
}
if(data18.phase1_negotiation_mode !== undefined){
let data20 = data18.phase1_negotiation_mode;
if(typeof data20 !== "string"){
(vErrors ??= []).push(violation(instancePath+"/vpn_connection/ikepolicy/phase1_negotiation_mode", "type"));
errors++;
}
if(!((data20 === "main") || (data20 === "aggressive"))){
(vErrors ??= []).push(violation(instancePath+"/vpn_connection/ikepolicy/phase1_negotiation_mode", "enum"));
errors++;
}
}
if(data18.authentication_algorithm !== undefined){
if(!(validate34(data18.authentication_algorithm, {instancePath:instancePath+"/vpn_connection/ikepolicy/authentication_algorithm"}))){
vErrors = vErrors === null ? validate34.errors : vErrors.concat(validate34.errors);
errors = vErrors.length;
}
}
if(data18.encryption_algorithm !== undefined){
if(!(validate36(data18.encryption_algorithm, {instancePath:instancePath+"/vpn_connection/ikepolicy/encryption_algorithm"}))){
vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
errors = vErrors.length;
}
}
if(data18.dh_group !== undefined){
if(!(validate38(data18.dh_group, {instancePath:instancePath+"/vpn_connection/ikepolicy/dh_group"}))){
vErrors = vErrors === null ? validate38.errors : vErrors.concat(validate38.errors);
errors = vErrors.length;
}
}
if(data18.lifetime_seconds !== undefined){
let data24 = data18.lifetime_seconds;
if(!(((typeof data24 == "number") && (!(data24 % 1) && !isNaN(data24))) && (isFinite(data24)))){
(vErrors ??= []).push(violation(instancePath+"/vpn_connection/ikepolicy/lifetime_seconds", "type"));
errors++;
}
if((typeof data24 == "number") && (isFinite(data24))){
if(data24 > 604800 || isNaN(data24)){
(vErrors ??= []).push(violation(instancePath+"/vpn_connection/ikepolicy/lifetime_seconds", "maximum"));
errors++;
}
if(data24 < 60 || isNaN(data24)){
(vErrors ??= []).push(violation(instancePath+"/vpn_connection/ikepolicy/lifetime_seconds", "minimum"));
errors++;
}
}
}
if(data18.local_id_type !== undefined){
if(!(validate40(data18.local_id_type, {instancePath:instancePath+"/vpn_connection/ikepolicy/local_id_type"}))){
vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
errors = vErrors.length;
}
}
if(data18.local_id !== undefined){
if(!(validate42(data18.local_id, {instancePath:instancePath+"/vpn_connection/ikepolicy/local_id"}))){
vErrors = vErrors === null ? validate42.errors : vErrors.concat(validate42.errors);
errors = vErrors.length;
}
}
if(data18.peer_id_type !== undefined){
if(!(validate40(data18.peer_id_type, {instancePath:instancePath+"/vpn_connection/ikepolicy/peer_id_type"}))){
vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
errors = vErrors.length;
}
}
if(data18.peer_id !== undefined){
if(!(validate42(data18.peer_id, {instancePath:instancePath+"/vpn_connection/ikepolicy/peer_id"}))){
vErrors = vErrors === null ? validate42.errors : vErrors.concat(validate42.errors);
errors = vErrors.length;
}
}
if(data18.dpd !== undefined){
let data29 = data18.dpd;
if(data29 && typeof data29 == "object" && !Array.isArray(data29)){
for(const key4 in data29){
if(!(((key4 === "timeout") || (key4 === "interval")) || (key4 === "msg"))){
(vErrors ??= []).push(violation(instancePath+"/vpn_connection/ikepolicy/dpd", "additionalProperties", {additionalProperty: key4}));
errors++;
}
}
if(data29.timeout !== undefined){
let data30 = data29.timeout;
if(!(((typeof data30 == "number") && (!(data30 % 1) && !isNaN(data30))) && (isFinite(data30)))){
(vErrors ??= []).push(violation(instancePath+"/vpn_connection/ikepolicy/dpd/timeout", "type"));
errors++;
}
if((typeof data30 == "number") && (isFinite(data30))){
if(data30 > 60 || isNaN(data30)){
(vErrors ??= []).push(violation(instancePath+"/vpn_connection/ikepolicy/dpd/timeout", "maximum"));
errors++;
}
if(data30 < 2 || isNaN(data30)){
(vErrors ??= []).push(violation(instancePath+"/vpn_connection/ikepolicy/dpd/timeout", "minimum"));
errors++;
}
}
}
if(data29.interval !== undefined){
let data31 = data29.interval;
if(!(((typeof data31 == "number") && (!(data31 % 1) && !isNaN(data31))) && (isFinite(data31)))){
(vErrors ??= []).push(violation(instancePath+"/vpn_connection/ikepolicy/dpd/interval", "type"));
errors++;
}
if((typeof data31 == "number") && (isFinite(data31))){
if(data31 > 3600 || isNaN(data31)){
(vErrors ??= []).push(violation(instancePath+"/vpn_connection/ikepolicy/dpd/interval", "maximum"));
errors++;
}
if(data31 < 10 || isNaN(data31)){
(vErrors ??= []).push(violation(instancePath+"/vpn_connection/ikepolicy/dpd/interval", "minimum"));
errors++;
}
}
}
if(data29.msg !== undefined){
let data32 = data29.msg;
if(typeof data32 !== "string"){
(vErrors ??= []).push(violation(instancePath+"/vpn_connection/ikepolicy/dpd/msg", "type"));
errors++;
}
if(!((data32 === "seq-hash-notify") || (data32 === "seq-notify-hash"))){
(vErrors ??= []).push(violation(instancePath+"/vpn_connection/ikepolicy/dpd/msg", "enum"));
errors++;
}
}
}
else {
(vErrors ??= []).push(violation(instancePath+"/vpn_connection/ikepolicy/dpd", "type"));
errors++;
}
}
}
else {
(vErrors ??= []).push(violation(instancePath+"/vpn_connection/ikepolicy", "type"));
errors++;
}
}
if(data8.ipsecpolicy !== undefined){
let data33 = data8.ipsecpolicy;
if(data33 && typeof data33 == "object" && !Array.isArray(data33)){
for(const key5 in data33){
if(!((((((key5 === "authentication_algorithm") || (key5 === "encryption_algorithm")) || (key5 === "pfs")) || (key5 === "transform_protocol")) || (key5 === "lifetime_seconds")) || (key5 === "encapsulation_mode"))){
(vErrors ??= []).push(violation(instancePath+"/vpn_connection/ipsecpolicy", "additionalProperties", {additionalProperty: key5}));
errors++;
}
}
if(data33.authentication_algorithm !== undefined){
if(!(validate34(data33.authentication_algorithm, {instancePath:instancePath+"/vpn_connection/ipsecpolicy/authentication_algorithm"}))){
vErrors = vErrors === null ? validate34.errors : vErrors.concat(validate34.errors);
errors = vErrors.length;
}
}
if(data33.encryption_algorithm !== undefined){
if(!(validate36(data33.encryption_algorithm, {instancePath:instancePath+"/vpn_connection/ipsecpolicy/encryption_algorithm"}))){
vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
errors = vErrors.length;
}
}
if(data33.pfs !== undefined){
let data36 = data33.pfs;
if(typeof data36 !== "string"){
(vErrors ??= []).push(violation(instancePath+"/vpn_connection/ipsecpolicy/pfs", "type"));
errors++;
}
if(!((((((((((data36 === "group1") || (data36 === "group2")) || (data36 === "group5")) || (data36 === "group14")) || (data36 === "group15")) || (data36 === "group16")) || (data36 === "group19")) || (data36 === "group20")) || (data36 === "group21")) || (data36 === "disable"))){
(vErrors ??= []).push(violation(instancePath+"/vpn_connection/ipsecpolicy/pfs", "enum"));
errors++;
}
}
if(data33.transform_protocol !== undefined){
let data37 = data33.transform_protocol;
if(typeof data37 !== "string"){
(vErrors ??= []).push(violation(instancePath+"/vpn_connection/ipsecpolicy/transform_protocol", "type"));
errors++;
}
if(!(data37 === "esp")){
(vErrors ??= []).push(violation(instancePath+"/vpn_connection/ipsecpolicy/transform_protocol", "enum"));
errors++;
}
}
if(data33.lifetime_seconds !== undefined){
let data38 = data33.lifetime_seconds;
if(!(((typeof data38 == "number") && (!(data38 % 1) && !isNaN(data38))) && (isFinite(data38)))){
(vErrors ??= []).push(violation(instancePath+"/vpn_connection/ipsecpolicy/lifetime_seconds", "type"));
errors++;
}
if((typeof data38 == "number") && (isFinite(data38))){
if(data38 > 604800 || isNaN(data38)){
(vErrors ??= []).push(violation(instancePath+"/vpn_connection/ipsecpolicy/lifetime_seconds", "maximum"));
errors++;
}
if(data38 < 30 || isNaN(data38)){
(vErrors ??= []).push(violation(instancePath+"/vpn_connection/ipsecpolicy/lifetime_seconds", "minimum"));
errors++;
}
}
}
if(data33.encapsulation_mode !== undefined){
let data39 = data33.encapsulation_mode;
if(typeof data39 !== "string"){
(vErrors ??= []).push(violation(instancePath+"/vpn_connection/ipsecpolicy/encapsulation_mode", "type"));
errors++;
}
if(!(data39 === "tunnel")){
(vErrors ??= []).push(violation(instancePath+"/vpn_connection/ipsecpolicy/encapsulation_mode", "enum"));
errors++;
}
}
}
else {
(vErrors ??= []).push(violation(instancePath+"/vpn_connection/ipsecpolicy", "type"));
errors++;
}
}
if(data8.enable_hub !== undefined){
if(typeof data8.enable_hub !== "boolean"){
(vErrors ??= []).push(violation(instancePath+"/vpn_connection/enable_hub", "type"));
errors++;
}
}
if(data8.peer_subnets_v6 !== undefined){
let data41 = data8.peer_subnets_v6;
if(Array.isArray(data41)){
if(data41.length > 50){
(vErrors ??= []).push(violation(instancePath+"/vpn_connection/peer_subnets_v6", "maxItems"));
errors++;
}
const len2 = data41.length;
for(let i2=0; i2<len2; i2++){
if(typeof data41[i2] !== "string"){
(vErrors ??= []).push(violation(instancePath+"/vpn_connection/peer_subnets_v6/" + i2, "type"));
errors++;
}
}
}
else {
(vErrors ??= []).push(violation(instancePath+"/vpn_connection/peer_subnets_v6", "type"));
errors++;
}
}
if(data8.policy_rules_v6 !== undefined){
let data43 = data8.policy_rules_v6;
if(Array.isArray(data43)){
if(data43.length > 5){
(vErrors ??= []).push(violation(instancePath+"/vpn_connection/policy_rules_v6", "maxItems"));
errors++;
}
const len3 = data43.length;
for(let i3=0; i3<len3; i3++){
let data44 = data43[i3];
if(!(data44 && typeof data44 == "object" && !Array.isArray(data44))){
(vErrors ??= []).push(violation(instancePath+"/vpn_connection/policy_rules_v6/" + i3, "type"));
errors++;
}
}
}
else {
(vErrors ??= []).push(violation(instancePath+"/vpn_connection/policy_rules_v6", "type"));
errors++;
}
}
}
else {
(vErrors ??= []).push(violation(instancePath+"/vpn_connection", "type"));
errors++;
}
}
}
else {
(vErrors ??= []).push(violation(instancePath, "type"));
errors++;
}
validate21.errors = vErrors;
return errors === 0;
}

