#pragma once

#include "app/transfer/acceptance.h"
#include "app/transfer/validators.h"

class QNetworkReply;

/// What the reply has of the answer so far.
[[nodiscard]] ReceivedAnswer receivedFrom(const QNetworkReply &reply);

/// Only what can be sent back as it is.
[[nodiscard]] Validators validatorsOf(const QNetworkReply &reply);

/// Whether there is a status, but no header line. Qt drops the whole header if it cannot read one line of it,
/// or if it has more than a hundred, and then waits for an end of the connection that may never come.
[[nodiscard]] bool isWithoutHeader(const QNetworkReply &reply);
