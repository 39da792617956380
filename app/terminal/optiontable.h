#pragma once

#include "app/terminal/optionentry.h"

/// Every option of the program, once. Parser, help and the check of what goes together are all made from this
/// table, to which each topic adds its group.
[[nodiscard]] QList<OptionGroup> optionTable();
