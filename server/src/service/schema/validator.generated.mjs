// Generated from schemas/vpnconn-update.schema.json by `npm run generate`. Do not edit.
const codePointLength = (text) => { let count = 0; for (const _ of text) count++; return count; };

export const validate = validate21;
export default validate21;
const schema6 = {"$schema":"http://json-schema.org/draft-07/schema#","type":"object","additionalProperties":false,"required":["project_id","vpn_connection_id","vpn_connection"],"properties":{"region":{"type":"string","pattern":"^[a-z]+(?:-[a-z0-9]+){1,3}$"},"project_id":{"type":"string","minLength":1,"pattern":"^[A-Za-z0-9_-]*$"},"vpn_connection_id":{"allOf":[{"$ref":"#/definitions/uuid"}]},"context":{"type":"object","additionalProperties":false,"properties":{"style":{"type":"string","enum":["static","policy","bgp","policy-template"]},"flavor":{"type":"string","minLength":1},"association_mode":{"type":"string","enum":["vpc","er"]},"ike_version":{"type":"string","enum":["v1","v2"]}}},"vpn_connection":{"type":"object","additionalProperties":false,"properties":{"name":{"type":"string","minLength":1,"maxLength":64,"pattern":"^[A-Za-z0-9_.-]*$"},"cgw_id":{"allOf":[{"$ref":"#/definitions/uuid"}]},"peer_subnets":{"type":"array","maxItems":50,"items":{"allOf":[{"$ref":"#/definitions/ipv4Network"}]}},"tunnel_local_address":{"allOf":[{"$ref":"#/definitions/tunnelAddress"}]},"tunnel_peer_address":{"allOf":[{"$ref":"#/definitions/tunnelAddress"}]},"psk":{"type":"string","minLength":8,"maxLength":128,"pattern":"^[A-Za-z0-9~!@#$%^()\\-_+={ },./:;]*$"},"policy_rules":{"type":"array","maxItems":5,"items":{"$ref":"#/definitions/policyRule"}},"ikepolicy":{"type":"object","additionalProperties":false,"properties":{"ike_version":{"type":"string","enum":["v1","v2"]},"phase1_negotiation_mode":{"type":"string","enum":["main","aggressive"]},"authentication_algorithm":{"allOf":[{"$ref":"#/definitions/authenticationAlgorithm"}]},"encryption_algorithm":{"allOf":[{"$ref":"#/definitions/encryptionAlgorithm"}]},"dh_group":{"allOf":[{"$ref":"#/definitions/dhGroup"}]},"lifetime_seconds":{"type":"integer","minimum":60,"maximum":604800},"local_id_type":{"allOf":[{"$ref":"#/definitions/identityType"}]},"local_id":{"allOf":[{"$ref":"#/definitions/identity"}]},"peer_id_type":{"allOf":[{"$ref":"#/definitions/identityType"}]},"peer_id":{"allOf":[{"$ref":"#/definitions/identity"}]},"dpd":{"type":"object","additionalProperties":false,"properties":{"timeout":{"type":"integer","minimum":2,"maximum":60},"interval":{"type":"integer","minimum":10,"maximum":3600},"msg":{"type":"string","enum":["seq-hash-notify","seq-notify-hash"]}}}}},"ipsecpolicy":{"type":"object","additionalProperties":false,"properties":{"authentication_algorithm":{"allOf":[{"$ref":"#/definitions/authenticationAlgorithm"}]},"encryption_algorithm":{"allOf":[{"$ref":"#/definitions/encryptionAlgorithm"}]},"pfs":{"type":"string","enum":["group1","group2","group5","group14","group15","group16","group19","group20","group21","disable"]},"transform_protocol":{"type":"string","enum":["esp"]},"lifetime_seconds":{"type":"integer","minimum":30,"maximum":604800},"encapsulation_mode":{"type":"string","enum":["tunnel"]}}},"enable_hub":{"type":"boolean"},"peer_subnets_v6":{"type":"array","maxItems":50,"items":{"type":"string"}},"policy_rules_v6":{"type":"array","maxItems":5,"items":{"type":"object"}}}}},"patternProperties":{"^x-":{}},"definitions":{"ipv4Network":{"type":"string","pattern":"^(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])/(?:3[0-2]|[12]?[0-9])$"},"uuid":{"type":"string","pattern":"^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$"},"tunnelAddress":{"type":"string","pattern":"^169\\.254\\.(?!195\\.)(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])/30$"},"identity":{"type":"string","minLength":1,"maxLength":255,"pattern":"^[!-%'-;=?-Z^-~]*$"},"identityType":{"type":"string","enum":["ip","fqdn"]},"authenticationAlgorithm":{"type":"string","enum":["sha2-512","sha2-384","sha2-256","sha1","md5","sm3"]},"encryptionAlgorithm":{"type":"string","enum":["aes-256-gcm-16","aes-128-gcm-16","aes-256","aes-192","aes-128","3des","sm4"]},"dhGroup":{"type":"string","enum":["group1","group2","group5","group14","group15","group16","group19","group20","group21"]},"policyRule":{"type":"object","additionalProperties":false,"properties":{"rule_index":{"type":"integer","minimum":0,"maximum":50},"source":{"allOf":[{"$ref":"#/definitions/ipv4Network"}]},"destination":{"type":"array","maxItems":50,"items":{"allOf":[{"$ref":"#/definitions/ipv4Network"}]}}}}}};
const pattern0 = new RegExp("^x-", "u");
const pattern1 = new RegExp("^[a-z]+(?:-[a-z0-9]+){1,3}$", "u");
const pattern2 = new RegExp("^[A-Za-z0-9_-]*$", "u");
const pattern4 = new RegExp("^[A-Za-z0-9_.-]*$", "u");
const pattern7 = new RegExp("^[A-Za-z0-9~!@#$%^()\\-_+={ },./:;]*$", "u");
const func2 = codePointLength;
const func4 = Object.prototype.hasOwnProperty;
const schema7 = {"type":"string","pattern":"^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$"};
const pattern3 = new RegExp("^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$", "u");

function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data === "string"){
if(!pattern3.test(data)){
const err0 = {instancePath,keyword:"pattern",params:{}};
(vErrors ??= []).push(err0);
errors++;
}
}
else {
const err1 = {instancePath,keyword:"type",params:{}};
(vErrors ??= []).push(err1);
errors++;
}
validate22.errors = vErrors;
return errors === 0;
}

const schema8 = {"type":"string","pattern":"^(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])/(?:3[0-2]|[12]?[0-9])$"};
const pattern5 = new RegExp("^(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])/(?:3[0-2]|[12]?[0-9])$", "u");

function validate25(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data === "string"){
if(!pattern5.test(data)){
const err0 = {instancePath,keyword:"pattern",params:{}};
(vErrors ??= []).push(err0);
errors++;
}
}
else {
const err1 = {instancePath,keyword:"type",params:{}};
(vErrors ??= []).push(err1);
errors++;
}
validate25.errors = vErrors;
return errors === 0;
}

const schema9 = {"type":"string","pattern":"^169\\.254\\.(?!195\\.)(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])/30$"};
const pattern6 = new RegExp("^169\\.254\\.(?!195\\.)(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])/30$", "u");

function validate27(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data === "string"){
if(!pattern6.test(data)){
const err0 = {instancePath,keyword:"pattern",params:{}};
(vErrors ??= []).push(err0);
errors++;
}
}
else {
const err1 = {instancePath,keyword:"type",params:{}};
(vErrors ??= []).push(err1);
errors++;
}
validate27.errors = vErrors;
return errors === 0;
}

const schema10 = {"type":"object","additionalProperties":false,"properties":{"rule_index":{"type":"integer","minimum":0,"maximum":50},"source":{"allOf":[{"$ref":"#/definitions/ipv4Network"}]},"destination":{"type":"array","maxItems":50,"items":{"allOf":[{"$ref":"#/definitions/ipv4Network"}]}}}};

function validate30(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "rule_index") || (key0 === "source")) || (key0 === "destination"))){
const err0 = {instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}};
(vErrors ??= []).push(err0);
errors++;
}
}
if(data.rule_index !== undefined){
let data0 = data.rule_index;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
const err1 = {instancePath:instancePath+"/rule_index",keyword:"type",params:{}};
(vErrors ??= []).push(err1);
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 50 || isNaN(data0)){
const err2 = {instancePath:instancePath+"/rule_index",keyword:"maximum",params:{}};
(vErrors ??= []).push(err2);
errors++;
}
if(data0 < 0 || isNaN(data0)){
const err3 = {instancePath:instancePath+"/rule_index",keyword:"minimum",params:{}};
(vErrors ??= []).push(err3);
errors++;
}
}
}
if(data.source !== undefined){
if(!(validate25(data.source, {instancePath:instancePath+"/source",parentData:data,parentDataProperty:"source",rootData}))){
vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
errors = vErrors.length;
}
}
if(data.destination !== undefined){
let data2 = data.destination;
if(Array.isArray(data2)){
if(data2.length > 50){
const err4 = {instancePath:instancePath+"/destination",keyword:"maxItems",params:{}};
(vErrors ??= []).push(err4);
errors++;
}
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
if(!(validate25(data2[i0], {instancePath:instancePath+"/destination/" + i0,parentData:data2,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
errors = vErrors.length;
}
}
}
else {
const err5 = {instancePath:instancePath+"/destination",keyword:"type",params:{}};
(vErrors ??= []).push(err5);
errors++;
}
}
}
else {
const err6 = {instancePath,keyword:"type",params:{}};
(vErrors ??= []).push(err6);
errors++;
}
validate30.errors = vErrors;
return errors === 0;
}

const schema11 = {"type":"string","enum":["sha2-512","sha2-384","sha2-256","sha1","md5","sm3"]};

function validate34(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
const err0 = {instancePath,keyword:"type",params:{}};
(vErrors ??= []).push(err0);
errors++;
}
if(!((((((data === "sha2-512") || (data === "sha2-384")) || (data === "sha2-256")) || (data === "sha1")) || (data === "md5")) || (data === "sm3"))){
const err1 = {instancePath,keyword:"enum",params:{}};
(vErrors ??= []).push(err1);
errors++;
}
validate34.errors = vErrors;
return errors === 0;
}

const schema12 = {"type":"string","enum":["aes-256-gcm-16","aes-128-gcm-16","aes-256","aes-192","aes-128","3des","sm4"]};

function validate36(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
const err0 = {instancePath,keyword:"type",params:{}};
(vErrors ??= []).push(err0);
errors++;
}
if(!(((((((data === "aes-256-gcm-16") || (data === "aes-128-gcm-16")) || (data === "aes-256")) || (data === "aes-192")) || (data === "aes-128")) || (data === "3des")) || (data === "sm4"))){
const err1 = {instancePath,keyword:"enum",params:{}};
(vErrors ??= []).push(err1);
errors++;
}
validate36.errors = vErrors;
return errors === 0;
}

const schema13 = {"type":"string","enum":["group1","group2","group5","group14","group15","group16","group19","group20","group21"]};

function validate38(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
const err0 = {instancePath,keyword:"type",params:{}};
(vErrors ??= []).push(err0);
errors++;
}
if(!(((((((((data === "group1") || (data === "group2")) || (data === "group5")) || (data === "group14")) || (data === "group15")) || (data === "group16")) || (data === "group19")) || (data === "group20")) || (data === "group21"))){
const err1 = {instancePath,keyword:"enum",params:{}};
(vErrors ??= []).push(err1);
errors++;
}
validate38.errors = vErrors;
return errors === 0;
}

const schema14 = {"type":"string","enum":["ip","fqdn"]};

function validate40(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
const err0 = {instancePath,keyword:"type",params:{}};
(vErrors ??= []).push(err0);
errors++;
}
if(!((data === "ip") || (data === "fqdn"))){
const err1 = {instancePath,keyword:"enum",params:{}};
(vErrors ??= []).push(err1);
errors++;
}
validate40.errors = vErrors;
return errors === 0;
}

const schema15 = {"type":"string","minLength":1,"maxLength":255,"pattern":"^[!-%'-;=?-Z^-~]*$"};
const pattern8 = new RegExp("^[!-%'-;=?-Z^-~]*$", "u");

function validate42(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data === "string"){
if(func2(data) > 255){
const err0 = {instancePath,keyword:"maxLength",params:{}};
(vErrors ??= []).push(err0);
errors++;
}
if(func2(data) < 1){
const err1 = {instancePath,keyword:"minLength",params:{}};
(vErrors ??= []).push(err1);
errors++;
}
if(!pattern8.test(data)){
const err2 = {instancePath,keyword:"pattern",params:{}};
(vErrors ??= []).push(err2);
errors++;
}
}
else {
const err3 = {instancePath,keyword:"type",params:{}};
(vErrors ??= []).push(err3);
errors++;
}
validate42.errors = vErrors;
return errors === 0;
}


function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.project_id === undefined){
const err0 = {instancePath,keyword:"required",params:{missingProperty: "project_id"}};
(vErrors ??= []).push(err0);
errors++;
}
if(data.vpn_connection_id === undefined){
const err1 = {instancePath,keyword:"required",params:{missingProperty: "vpn_connection_id"}};
(vErrors ??= []).push(err1);
errors++;
}
if(data.vpn_connection === undefined){
const err2 = {instancePath,keyword:"required",params:{missingProperty: "vpn_connection"}};
(vErrors ??= []).push(err2);
errors++;
}
for(const key0 in data){
if(!((((((key0 === "region") || (key0 === "project_id")) || (key0 === "vpn_connection_id")) || (key0 === "context")) || (key0 === "vpn_connection")) || (pattern0.test(key0)))){
const err3 = {instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}};
(vErrors ??= []).push(err3);
errors++;
}
}
if(data.region !== undefined){
let data0 = data.region;
if(typeof data0 === "string"){
if(!pattern1.test(data0)){
const err4 = {instancePath:instancePath+"/region",keyword:"pattern",params:{}};
(vErrors ??= []).push(err4);
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/region",keyword:"type",params:{}};
(vErrors ??= []).push(err5);
errors++;
}
}
if(data.project_id !== undefined){
let data1 = data.project_id;
if(typeof data1 === "string"){
if(func2(data1) < 1){
const err6 = {instancePath:instancePath+"/project_id",keyword:"minLength",params:{}};
(vErrors ??= []).push(err6);
errors++;
}
if(!pattern2.test(data1)){
const err7 = {instancePath:instancePath+"/project_id",keyword:"pattern",params:{}};
(vErrors ??= []).push(err7);
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/project_id",keyword:"type",params:{}};
(vErrors ??= []).push(err8);
errors++;
}
}
if(data.vpn_connection_id !== undefined){
if(!(validate22(data.vpn_connection_id, {instancePath:instancePath+"/vpn_connection_id",parentData:data,parentDataProperty:"vpn_connection_id",rootData}))){
vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
errors = vErrors.length;
}
}
if(data.context !== undefined){
let data3 = data.context;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key1 in data3){
if(!((((key1 === "style") || (key1 === "flavor")) || (key1 === "association_mode")) || (key1 === "ike_version"))){
const err9 = {instancePath:instancePath+"/context",keyword:"additionalProperties",params:{additionalProperty: key1}};
(vErrors ??= []).push(err9);
errors++;
}
}
if(data3.style !== undefined){
let data4 = data3.style;
if(typeof data4 !== "string"){
const err10 = {instancePath:instancePath+"/context/style",keyword:"type",params:{}};
(vErrors ??= []).push(err10);
errors++;
}
if(!((((data4 === "static") || (data4 === "policy")) || (data4 === "bgp")) || (data4 === "policy-template"))){
const err11 = {instancePath:instancePath+"/context/style",keyword:"enum",params:{}};
(vErrors ??= []).push(err11);
errors++;
}
}
if(data3.flavor !== undefined){
let data5 = data3.flavor;
if(typeof data5 === "string"){
if(func2(data5) < 1){
const err12 = {instancePath:instancePath+"/context/flavor",keyword:"minLength",params:{}};
(vErrors ??= []).push(err12);
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/context/flavor",keyword:"type",params:{}};
(vErrors ??= []).push(err13);
errors++;
}
}
if(data3.association_mode !== undefined){
let data6 = data3.association_mode;
if(typeof data6 !== "string"){
const err14 = {instancePath:instancePath+"/context/association_mode",keyword:"type",params:{}};
(vErrors ??= []).push(err14);
errors++;
}
if(!((data6 === "vpc") || (data6 === "er"))){
const err15 = {instancePath:instancePath+"/context/association_mode",keyword:"enum",params:{}};
(vErrors ??= []).push(err15);
errors++;
}
}
if(data3.ike_version !== undefined){
let data7 = data3.ike_version;
if(typeof data7 !== "string"){
const err16 = {instancePath:instancePath+"/context/ike_version",keyword:"type",params:{}};
(vErrors ??= []).push(err16);
errors++;
}
if(!((data7 === "v1") || (data7 === "v2"))){
const err17 = {instancePath:instancePath+"/context/ike_version",keyword:"enum",params:{}};
(vErrors ??= []).push(err17);
errors++;
}
}
}
else {
const err18 = {instancePath:instancePath+"/context",keyword:"type",params:{}};
(vErrors ??= []).push(err18);
errors++;
}
}
if(data.vpn_connection !== undefined){
let data8 = data.vpn_connection;
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
for(const key2 in data8){
if(!(func4.call(schema6.properties.vpn_connection.properties, key2))){
const err19 = {instancePath:instancePath+"/vpn_connection",keyword:"additionalProperties",params:{additionalProperty: key2}};
(vErrors ??= []).push(err19);
errors++;
}
}
if(data8.name !== undefined){
let data9 = data8.name;
if(typeof data9 === "string"){
if(func2(data9) > 64){
const err20 = {instancePath:instancePath+"/vpn_connection/name",keyword:"maxLength",params:{}};
(vErrors ??= []).push(err20);
errors++;
}
if(func2(data9) < 1){
const err21 = {instancePath:instancePath+"/vpn_connection/name",keyword:"minLength",params:{}};
(vErrors ??= []).push(err21);
errors++;
}
if(!pattern4.test(data9)){
const err22 = {instancePath:instancePath+"/vpn_connection/name",keyword:"pattern",params:{}};
(vErrors ??= []).push(err22);
errors++;
}
}
else {
const err23 = {instancePath:instancePath+"/vpn_connection/name",keyword:"type",params:{}};
(vErrors ??= []).push(err23);
errors++;
}
}
if(data8.cgw_id !== undefined){
if(!(validate22(data8.cgw_id, {instancePath:instancePath+"/vpn_connection/cgw_id",parentData:data8,parentDataProperty:"cgw_id",rootData}))){
vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
errors = vErrors.length;
}
}
if(data8.peer_subnets !== undefined){
let data11 = data8.peer_subnets;
if(Array.isArray(data11)){
if(data11.length > 50){
const err24 = {instancePath:instancePath+"/vpn_connection/peer_subnets",keyword:"maxItems",params:{}};
(vErrors ??= []).push(err24);
errors++;
}
const len0 = data11.length;
for(let i0=0; i0<len0; i0++){
if(!(validate25(data11[i0], {instancePath:instancePath+"/vpn_connection/peer_subnets/" + i0,parentData:data11,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
errors = vErrors.length;
}
}
}
else {
const err25 = {instancePath:instancePath+"/vpn_connection/peer_subnets",keyword:"type",params:{}};
(vErrors ??= []).push(err25);
errors++;
}
}
if(data8.tunnel_local_address !== undefined){
if(!(validate27(data8.tunnel_local_address, {instancePath:instancePath+"/vpn_connection/tunnel_local_address",parentData:data8,parentDataProperty:"tunnel_local_address",rootData}))){
vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
errors = vErrors.length;
}
}
if(data8.tunnel_peer_address !== undefined){
if(!(validate27(data8.tunnel_peer_address, {instancePath:instancePath+"/vpn_connection/tunnel_peer_address",parentData:data8,parentDataProperty:"tunnel_peer_address",rootData}))){
vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
errors = vErrors.length;
}
}
if(data8.psk !== undefined){
let data15 = data8.psk;
if(typeof data15 === "string"){
if(func2(data15) > 128){
const err26 = {instancePath:instancePath+"/vpn_connection/psk",keyword:"maxLength",params:{}};
(vErrors ??= []).push(err26);
errors++;
}
if(func2(data15) < 8){
const err27 = {instancePath:instancePath+"/vpn_connection/psk",keyword:"minLength",params:{}};
(vErrors ??= []).push(err27);
errors++;
}
if(!pattern7.test(data15)){
const err28 = {instancePath:instancePath+"/vpn_connection/psk",keyword:"pattern",params:{}};
(vErrors ??= []).push(err28);
errors++;
}
}
else {
const err29 = {instancePath:instancePath+"/vpn_connection/psk",keyword:"type",params:{}};
(vErrors ??= []).push(err29);
errors++;
}
}
if(data8.policy_rules !== undefined){
let data16 = data8.policy_rules;
if(Array.isArray(data16)){
if(data16.length > 5){
const err30 = {instancePath:instancePath+"/vpn_connection/policy_rules",keyword:"maxItems",params:{}};
(vErrors ??= []).push(err30);
errors++;
}
const len1 = data16.length;
for(let i1=0; i1<len1; i1++){
if(!(validate30(data16[i1], {instancePath:instancePath+"/vpn_connection/policy_rules/" + i1,parentData:data16,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
errors = vErrors.length;
}
}
}
else {
const err31 = {instancePath:instancePath+"/vpn_connection/policy_rules",keyword:"type",params:{}};
(vErrors ??= []).push(err31);
errors++;
}
}
if(data8.ikepolicy !== undefined){
let data18 = data8.ikepolicy;
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
for(const key3 in data18){
if(!(func4.call(schema6.properties.vpn_connection.properties.ikepolicy.properties, key3))){
const err32 = {instancePath:instancePath+"/vpn_connection/ikepolicy",keyword:"additionalProperties",params:{additionalProperty: key3}};
(vErrors ??= []).push(err32);
errors++;
}
}
if(data18.ike_version !== undefined){
let data19 = data18.ike_version;
if(typeof data19 !== "string"){
const err33 = {instancePath:instancePath+"/vpn_connection/ikepolicy/ike_version",keyword:"type",params:{}};
(vErrors ??= []).push(err33);
errors++;
}
if(!((data19 === "v1") || (data19 === "v2"))){
const err34 = {instancePath:instancePath+"/vpn_connection/ikepolicy/ike_version",keyword:"enum",params:{}};
(vErrors ??= []).push(err34);
errors++;
}
}
if(data18.phase1_negotiation_mode !== undefined){
let data20 = data18.phase1_negotiation_mode;
if(typeof data20 !== "string"){
const err35 = {instancePath:instancePath+"/vpn_connection/ikepolicy/phase1_negotiation_mode",keyword:"type",params:{}};
(vErrors ??= []).push(err35);
errors++;
}
if(!((data20 === "main") || (data20 === "aggressive"))){
const err36 = {instancePath:instancePath+"/vpn_connection/ikepolicy/phase1_negotiation_mode",keyword:"enum",params:{}};
(vErrors ??= []).push(err36);
errors++;
}
}
if(data18.authentication_algorithm !== undefined){
if(!(validate34(data18.authentication_algorithm, {instancePath:instancePath+"/vpn_connection/ikepolicy/authentication_algorithm",parentData:data18,parentDataProperty:"authentication_algorithm",rootData}))){
vErrors = vErrors === null ? validate34.errors : vErrors.concat(validate34.errors);
errors = vErrors.length;
}
}
if(data18.encryption_algorithm !== undefined){
if(!(validate36(data18.encryption_algorithm, {instancePath:instancePath+"/vpn_connection/ikepolicy/encryption_algorithm",parentData:data18,parentDataProperty:"encryption_algorithm",rootData}))){
vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
errors = vErrors.length;
}
}
if(data18.dh_group !== undefined){
if(!(validate38(data18.dh_group, {instancePath:instancePath+"/vpn_connection/ikepolicy/dh_group",parentData:data18,parentDataProperty:"dh_group",rootData}))){
vErrors = vErrors === null ? validate38.errors : vErrors.concat(validate38.errors);
errors = vErrors.length;
}
}
if(data18.lifetime_seconds !== undefined){
let data24 = data18.lifetime_seconds;
if(!(((typeof data24 == "number") && (!(data24 % 1) && !isNaN(data24))) && (isFinite(data24)))){
const err37 = {instancePath:instancePath+"/vpn_connection/ikepolicy/lifetime_seconds",keyword:"type",params:{}};
(vErrors ??= []).push(err37);
errors++;
}
if((typeof data24 == "number") && (isFinite(data24))){
if(data24 > 604800 || isNaN(data24)){
const err38 = {instancePath:instancePath+"/vpn_connection/ikepolicy/lifetime_seconds",keyword:"maximum",params:{}};
(vErrors ??= []).push(err38);
errors++;
}
if(data24 < 60 || isNaN(data24)){
const err39 = {instancePath:instancePath+"/vpn_connection/ikepolicy/lifetime_seconds",keyword:"minimum",params:{}};
(vErrors ??= []).push(err39);
errors++;
}
}
}
if(data18.local_id_type !== undefined){
if(!(validate40(data18.local_id_type, {instancePath:instancePath+"/vpn_connection/ikepolicy/local_id_type",parentData:data18,parentDataProperty:"local_id_type",rootData}))){
vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
errors = vErrors.length;
}
}
if(data18.local_id !== undefined){
if(!(validate42(data18.local_id, {instancePath:instancePath+"/vpn_connection/ikepolicy/local_id",parentData:data18,parentDataProperty:"local_id",rootData}))){
vErrors = vErrors === null ? validate42.errors : vErrors.concat(validate42.errors);
errors = vErrors.length;
}
}
if(data18.peer_id_type !== undefined){
if(!(validate40(data18.peer_id_type, {instancePath:instancePath+"/vpn_connection/ikepolicy/peer_id_type",parentData:data18,parentDataProperty:"peer_id_type",rootData}))){
vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
errors = vErrors.length;
}
}
if(data18.peer_id !== undefined){
if(!(validate42(data18.peer_id, {instancePath:instancePath+"/vpn_connection/ikepolicy/peer_id",parentData:data18,parentDataProperty:"peer_id",rootData}))){
vErrors = vErrors === null ? validate42.errors : vErrors.concat(validate42.errors);
errors = vErrors.length;
}
}
if(data18.dpd !== undefined){
let data29 = data18.dpd;
if(data29 && typeof data29 == "object" && !Array.isArray(data29)){
for(const key4 in data29){
if(!(((key4 === "timeout") || (key4 === "interval")) || (key4 === "msg"))){
const err40 = {instancePath:instancePath+"/vpn_connection/ikepolicy/dpd",keyword:"additionalProperties",params:{additionalProperty: key4}};
(vErrors ??= []).push(err40);
errors++;
}
}
if(data29.timeout !== undefined){
let data30 = data29.timeout;
if(!(((typeof data30 == "number") && (!(data30 % 1) && !isNaN(data30))) && (isFinite(data30)))){
const err41 = {instancePath:instancePath+"/vpn_connection/ikepolicy/dpd/timeout",keyword:"type",params:{}};
(vErrors ??= []).push(err41);
errors++;
}
if((typeof data30 == "number") && (isFinite(data30))){
if(data30 > 60 || isNaN(data30)){
const err42 = {instancePath:instancePath+"/vpn_connection/ikepolicy/dpd/timeout",keyword:"maximum",params:{}};
(vErrors ??= []).push(err42);
errors++;
}
if(data30 < 2 || isNaN(data30)){
const err43 = {instancePath:instancePath+"/vpn_connection/ikepolicy/dpd/timeout",keyword:"minimum",params:{}};
(vErrors ??= []).push(err43);
errors++;
}
}
}
if(data29.interval !== undefined){
let data31 = data29.interval;
if(!(((typeof data31 == "number") && (!(data31 % 1) && !isNaN(data31))) && (isFinite(data31)))){
const err44 = {instancePath:instancePath+"/vpn_connection/ikepolicy/dpd/interval",keyword:"type",params:{}};
(vErrors ??= []).push(err44);
errors++;
}
if((typeof data31 == "number") && (isFinite(data31))){
if(data31 > 3600 || isNaN(data31)){
const err45 = {instancePath:instancePath+"/vpn_connection/ikepolicy/dpd/interval",keyword:"maximum",params:{}};
(vErrors ??= []).push(err45);
errors++;
}
if(data31 < 10 || isNaN(data31)){
const err46 = {instancePath:instancePath+"/vpn_connection/ikepolicy/dpd/interval",keyword:"minimum",params:{}};
(vErrors ??= []).push(err46);
errors++;
}
}
}
if(data29.msg !== undefined){
let data32 = data29.msg;
if(typeof data32 !== "string"){
const err47 = {instancePath:instancePath+"/vpn_connection/ikepolicy/dpd/msg",keyword:"type",params:{}};
(vErrors ??= []).push(err47);
errors++;
}
if(!((data32 === "seq-hash-notify") || (data32 === "seq-notify-hash"))){
const err48 = {instancePath:instancePath+"/vpn_connection/ikepolicy/dpd/msg",keyword:"enum",params:{}};
(vErrors ??= []).push(err48);
errors++;
}
}
}
else {
const err49 = {instancePath:instancePath+"/vpn_connection/ikepolicy/dpd",keyword:"type",params:{}};
(vErrors ??= []).push(err49);
errors++;
}
}
}
else {
const err50 = {instancePath:instancePath+"/vpn_connection/ikepolicy",keyword:"type",params:{}};
(vErrors ??= []).push(err50);
errors++;
}
}
if(data8.ipsecpolicy !== undefined){
let data33 = data8.ipsecpolicy;
if(data33 && typeof data33 == "object" && !Array.isArray(data33)){
for(const key5 in data33){
if(!((((((key5 === "authentication_algorithm") || (key5 === "encryption_algorithm")) || (key5 === "pfs")) || (key5 === "transform_protocol")) || (key5 === "lifetime_seconds")) || (key5 === "encapsulation_mode"))){
const err51 = {instancePath:instancePath+"/vpn_connection/ipsecpolicy",keyword:"additionalProperties",params:{additionalProperty: key5}};
(vErrors ??= []).push(err51);
errors++;
}
}
if(data33.authentication_algorithm !== undefined){
if(!(validate34(data33.authentication_algorithm, {instancePath:instancePath+"/vpn_connection/ipsecpolicy/authentication_algorithm",parentData:data33,parentDataProperty:"authentication_algorithm",rootData}))){
vErrors = vErrors === null ? validate34.errors : vErrors.concat(validate34.errors);
errors = vErrors.length;
}
}
if(data33.encryption_algorithm !== undefined){
if(!(validate36(data33.encryption_algorithm, {instancePath:instancePath+"/vpn_connection/ipsecpolicy/encryption_algorithm",parentData:data33,parentDataProperty:"encryption_algorithm",rootData}))){
vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
errors = vErrors.length;
}
}
if(data33.pfs !== undefined){
let data36 = data33.pfs;
if(typeof data36 !== "string"){
const err52 = {instancePath:instancePath+"/vpn_connection/ipsecpolicy/pfs",keyword:"type",params:{}};
(vErrors ??= []).push(err52);
errors++;
}
if(!((((((((((data36 === "group1") || (data36 === "group2")) || (data36 === "group5")) || (data36 === "group14")) || (data36 === "group15")) || (data36 === "group16")) || (data36 === "group19")) || (data36 === "group20")) || (data36 === "group21")) || (data36 === "disable"))){
const err53 = {instancePath:instancePath+"/vpn_connection/ipsecpolicy/pfs",keyword:"enum",params:{}};
(vErrors ??= []).push(err53);
errors++;
}
}
if(data33.transform_protocol !== undefined){
let data37 = data33.transform_protocol;
if(typeof data37 !== "string"){
const err54 = {instancePath:instancePath+"/vpn_connection/ipsecpolicy/transform_protocol",keyword:"type",params:{}};
(vErrors ??= []).push(err54);
errors++;
}
if(!(data37 === "esp")){
const err55 = {instancePath:instancePath+"/vpn_connection/ipsecpolicy/transform_protocol",keyword:"enum",params:{}};
(vErrors ??= []).push(err55);
errors++;
}
}
if(data33.lifetime_seconds !== undefined){
let data38 = data33.lifetime_seconds;
if(!(((typeof data38 == "number") && (!(data38 % 1) && !isNaN(data38))) && (isFinite(data38)))){
const err56 = {instancePath:instancePath+"/vpn_connection/ipsecpolicy/lifetime_seconds",keyword:"type",params:{}};
(vErrors ??= []).push(err56);
errors++;
}
if((typeof data38 == "number") && (isFinite(data38))){
if(data38 > 604800 || isNaN(data38)){
const err57 = {instancePath:instancePath+"/vpn_connection/ipsecpolicy/lifetime_seconds",keyword:"maximum",params:{}};
(vErrors ??= []).push(err57);
errors++;
}
if(data38 < 30 || isNaN(data38)){
const err58 = {instancePath:instancePath+"/vpn_connection/ipsecpolicy/lifetime_seconds",keyword:"minimum",params:{}};
(vErrors ??= []).push(err58);
errors++;
}
}
}
if(data33.encapsulation_mode !== undefined){
let data39 = data33.encapsulation_mode;
if(typeof data39 !== "string"){
const err59 = {instancePath:instancePath+"/vpn_connection/ipsecpolicy/encapsulation_mode",keyword:"type",params:{}};
(vErrors ??= []).push(err59);
errors++;
}
if(!(data39 === "tunnel")){
const err60 = {instancePath:instancePath+"/vpn_connection/ipsecpolicy/encapsulation_mode",keyword:"enum",params:{}};
(vErrors ??= []).push(err60);
errors++;
}
}
}
else {
const err61 = {instancePath:instancePath+"/vpn_connection/ipsecpolicy",keyword:"type",params:{}};
(vErrors ??= []).push(err61);
errors++;
}
}
if(data8.enable_hub !== undefined){
if(typeof data8.enable_hub !== "boolean"){
const err62 = {instancePath:instancePath+"/vpn_connection/enable_hub",keyword:"type",params:{}};
(vErrors ??= []).push(err62);
errors++;
}
}
if(data8.peer_subnets_v6 !== undefined){
let data41 = data8.peer_subnets_v6;
if(Array.isArray(data41)){
if(data41.length > 50){
const err63 = {instancePath:instancePath+"/vpn_connection/peer_subnets_v6",keyword:"maxItems",params:{}};
(vErrors ??= []).push(err63);
errors++;
}
const len2 = data41.length;
for(let i2=0; i2<len2; i2++){
if(typeof data41[i2] !== "string"){
const err64 = {instancePath:instancePath+"/vpn_connection/peer_subnets_v6/" + i2,keyword:"type",params:{}};
(vErrors ??= []).push(err64);
errors++;
}
}
}
else {
const err65 = {instancePath:instancePath+"/vpn_connection/peer_subnets_v6",keyword:"type",params:{}};
(vErrors ??= []).push(err65);
errors++;
}
}
if(data8.policy_rules_v6 !== undefined){
let data43 = data8.policy_rules_v6;
if(Array.isArray(data43)){
if(data43.length > 5){
const err66 = {instancePath:instancePath+"/vpn_connection/policy_rules_v6",keyword:"maxItems",params:{}};
(vErrors ??= []).push(err66);
errors++;
}
const len3 = data43.length;
for(let i3=0; i3<len3; i3++){
let data44 = data43[i3];
if(!(data44 && typeof data44 == "object" && !Array.isArray(data44))){
const err67 = {instancePath:instancePath+"/vpn_connection/policy_rules_v6/" + i3,keyword:"type",params:{}};
(vErrors ??= []).push(err67);
errors++;
}
}
}
else {
const err68 = {instancePath:instancePath+"/vpn_connection/policy_rules_v6",keyword:"type",params:{}};
(vErrors ??= []).push(err68);
errors++;
}
}
}
else {
const err69 = {instancePath:instancePath+"/vpn_connection",keyword:"type",params:{}};
(vErrors ??= []).push(err69);
errors++;
}
}
}
else {
const err70 = {instancePath,keyword:"type",params:{}};
(vErrors ??= []).push(err70);
errors++;
}
validate21.errors = vErrors;
return errors === 0;
}

