-- SPDX-License-Identifier: MIT
-- One finding for each parameter of the connection's own policy that is no longer held to be strong.
local documents = require "lib.documents"
local suites = require "lib.suites"

local weak_ciphers = { DES = true, DES3 = true, None = true }
local weak_hashes = { MD5 = true, SHA1 = true }
local weak_groups = { ["group 1"] = true, ["group 2"] = true }

local parameters = {
  { "IKE encryption", "ikeEncryption", suites.encryption, weak_ciphers },
  { "IKE integrity", "ikeIntegrity", suites.integrity, weak_hashes },
  { "DH group", "dhGroup", suites.group, weak_groups },
  { "IPsec encryption", "ipsecEncryption", suites.encryption, weak_ciphers },
  { "IPsec integrity", "ipsecIntegrity", suites.integrity, weak_hashes },
  { "PFS group", "pfsGroup", suites.group, weak_groups },
}

return {
  answers = { "yes", "no" },
  reads = { "connection.ipsecPolicies" },
  provides = { yes = { "Parameter", "WeakValue" } },
  decide = function(facts)
    local stop = documents.missing(facts, "connection")
    if stop then return stop end
    local policy = (facts.connection.ipsecPolicies or {})[1]
    if not policy then return no() end
    local found = false
    for _, parameter in ipairs(parameters) do
      local written = policy[parameter[2]]
      if parameter[4][parameter[3](written) or ""] then
        found = true
        finding(parameter[1], { Parameter = parameter[1], WeakValue = written })
      end
    end
    return found and yes() or no()
  end,
}
