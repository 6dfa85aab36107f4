-- SPDX-License-Identifier: MIT
-- IKE error codes: what a line of the IKE log says went wrong. A code comes as hexadecimal (0x000035e9), as
-- an HRESULT (0x80073613), as that in signed or unsigned decimal (-2147011053, 2147956243), as a plain number
-- (13801), by its name, or only in words.
local codes = {}

local classes = {
  [1460] = "timeout", [13801] = "credentials", [13805] = "timeout", [13822] = "policy", [13823] = "payload",
  [13824] = "payload", [13825] = "policy", [13826] = "credentials", [13840] = "payload", [13843] = "payload",
  [13846] = "cookie", [13868] = "policy", [13880] = "version", [13885] = "deleted", [13886] = "timeout",
  [13999] = "selectors",
}

-- The first that fits wins: a line that names its reason comes before one that only says what follows from
-- it.
local phrases = {
  { "credentials", "authentication credentials are unacceptable" },
  { "credentials", "psk auth verification failed" },
  { "credentials", "error_ipsec_ike_auth_fail" }, { "credentials", "failed to verify signature" },
  { "credentials", "error_ipsec_ike_invalid_signature" }, { "credentials", "authentication_failed" },
  { "selectors", "ts_unacceptable" }, { "selectors", "traffic selectors unacceptable" },
  { "policy", "policy match error" }, { "policy", "no_proposal_chosen" },
  { "policy", "error_ipsec_ike_policy_match" },
  { "policy", "error_ipsec_ike_no_policy" }, { "policy", "no policy configured" },
  { "policy", "not supported by policy" }, { "policy", "invalid_ke_payload" },
  { "version", "ike version mismatch" },
  { "payload", "error_ipsec_ike_invalid_payload" }, { "payload", "error_ipsec_ike_process_err_notify" },
  { "payload", "invalid payload received" },
  { "cookie", "error_ipsec_ike_invalid_cookie" },
  { "deleted", "received mm delete" }, { "deleted", "peer sent a main mode delete" },
  { "deleted", "deleted before establishment" },
  { "timeout", "error_ipsec_ike_timed_out" }, { "timeout", "negotiation timed out" },
  { "timeout", "peer stopped responding" }, { "timeout", "error_ipsec_ike_peer_mm_assumed_invalid" },
}

-- A number counts as a code only behind a word that says so, or as hexadecimal of the right size: logs are
-- full of numbers (1460 is a packet's size far more often than a code).
local labels = "(?:error|errorcode|error code|code|status|hresult|failure)"
local labelled = "(?i)\\b" .. labels .. "[ :=(]+(-?[0-9]+|0x[0-9a-f]{1,16})\\b"
local bare = [[(?i)\b(0x(?:0000|8007)3[56][0-9a-f]{2})\b]]

local facility_win32 = 0x8007

-- The code behind a number as it is written; nil when it is too large for one.
local function normal(written)
  local value = math.tointeger(tonumber(written))
  if not value then return nil end
  if value < 0 then value = value + (1 << 32) end
  if value >> 16 == facility_win32 then return value & 0xFFFF end
  return value
end

-- The class of a number in an event and the number as it is written; success (0) is no error.
local function of_number(event, pattern)
  local written = text.match(event, pattern)
  local value = written and normal(written)
  if not written or value == 0 then return nil end
  return classes[value] or "other", written
end

local function of_words(event)
  for _, phrase in ipairs(phrases) do
    if text.contains_fold(event, phrase[2]) then return phrase[1], phrase[2] end
  end
  return nil
end

-- Whether the line says that the tunnel came up.
function codes.is_established(event)
  return text.contains_fold(event, "tunnel connected") or text.contains_fold(event, "sa established")
end

-- The class of an event and what told it, as it stands there; nil when the line names no error. A code in no
-- table is "other".
function codes.read(event)
  local class, written = of_number(event, labelled)
  if class == nil or class == "other" then
    local bare_class, bare_written = of_number(event, bare)
    if bare_class then class, written = bare_class, bare_written end
  end
  if class and class ~= "other" then return class, written end
  local word_class, words = of_words(event)
  if word_class then return word_class, written or words end
  return class, written
end

return codes
