-- SPDX-License-Identifier: MIT
-- Did a request like the failing one take as long as the setting waits? v1 answers 502 then, v2 504.
local backend = require "lib.backend"
local checklist = require "lib.checklist"
local sku = require "lib.sku"
local timing = require "lib.timing"

local gateway_answer = { v1 = 502, v2 = 504 }

return {
  answers = { "yes", "no" },
  reads = { "request", "applicationGateway", "requestLog" },
  provides = { yes = { "GatewayName", "BackendHttpSettingName", "RequestTimeout", "TimeTaken", "GatewayAnswer" } },
  decide = function(facts)
    local pair, stop = backend.pair(facts)
    if not pair then return stop end
    local taken = timing.longest(facts.requestLog, "timeTakenMs")
    if not taken then return unknown { needs = { "requestLog" } } end
    if taken < 1000 * pair.setting.requestTimeout then return no() end
    local generation, untold = sku.generation(pair.gateway)
    if not generation then return untold end
    return checklist.verdict { { pair.setting.name, {
      GatewayName = pair.gateway.name, BackendHttpSettingName = pair.setting.name, TimeTaken = taken,
      RequestTimeout = pair.setting.requestTimeout, GatewayAnswer = gateway_answer[generation],
    } } }
  end,
}
