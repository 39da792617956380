#pragma once

#include <QString>

class FlagModel;

/// Who waits because the server asked for it, and how long at most: "Japan: waiting 12 s because the server
/// asked for it." Empty if nobody waits.
[[nodiscard]] QString waitMessage(const FlagModel &model);
