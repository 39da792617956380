#pragma once

#include <QByteArray>

class QNetworkRequest;
class QUrl;

/// A request as every server gets it: HTTP/1.1, no cookies of Qt's, no compression, no redirects followed by
/// Qt, and with the name of the program. `authorization` is left out where it is empty.
[[nodiscard]] QNetworkRequest httpRequest(const QUrl &url, const QByteArray &authorization);
