-- SPDX-License-Identifier: MIT
-- One finding for each metric that was bad in a minute that was measured, with the last such minute.
local checklist = require "lib.checklist"
local documents = require "lib.documents"

-- Averages that tell of a gateway in trouble. 80 per cent of the processor is where Azure Monitor advises an alert.
local bad = {
  unhealthyhostcount = function(average) return average > 0 end,
  healthyhostcount = function(average) return average < 1 end,
  cpuutilization = function(average) return average > 80 end,
}

-- The latest minute in which the metric was bad, over all its series; nil when there is none.
local function last_bad(metric, is_bad)
  local latest = nil
  for _, series in ipairs(metric.timeseries) do
    for _, minute in ipairs(series.data) do
      local newer = not latest or time.parse(minute.timeStamp) > time.parse(latest)
      if minute.average and is_bad(minute.average) and newer then latest = minute.timeStamp end
    end
  end
  return latest
end

return {
  answers = { "yes", "no" },
  reads = { "applicationGateway.name", "gatewayMetrics" },
  provides = { yes = { "GatewayName", "MetricName", "PreciseTimeStamp" } },
  decide = function(facts)
    local missing = documents.missing(facts, "applicationGateway", "gatewayMetrics")
    if missing then return missing end
    local gateway, rows = facts.applicationGateway, {}
    for _, metric in ipairs(facts.gatewayMetrics.value) do
      local is_bad = bad[text.lower(metric.name.value)]
      local at = is_bad and last_bad(metric, is_bad)
      if at then
        rows[#rows + 1] = { metric.name.value, {
          GatewayName = gateway.name, MetricName = metric.name.value, PreciseTimeStamp = at,
        } }
      end
    end
    return checklist.verdict(rows)
  end,
}
