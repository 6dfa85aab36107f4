// SPDX-License-Identifier: MIT
#include "tools/serve/agent_call.h"

namespace tsg {

web::Response AgentCall::changes_page(const CaseView&) {
  return missing();
}

}  // namespace tsg
