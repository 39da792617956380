#pragma once

#include "app/sources/source.h"

#include <variant>

class QJsonObject;

/// One entry of a sources file, or why it cannot be used and what is allowed, in one sentence for people.
///
///     id          letters, digits and . _ -                            needed
///     image       URL template                                         needed
///     title       as people see it; else the id
///     metadata    URL template
///     licence     as people see it
///     licenceUrl  http or https address
///     limit       requests in flight, 1 to 1000; else 5
///     pause       milliseconds between the starts of two requests, 0 to 60000; else 0
///     embedded    plain, slow or faulty: the program serves it itself; the templates are relative to its
///     server
[[nodiscard]] std::variant<Source, QString> sourceFromEntry(const QJsonObject &entry);
