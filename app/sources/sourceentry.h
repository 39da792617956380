#pragma once

#include "app/sources/source.h"

#include <variant>

class QJsonObject;

/// One entry of a sources file, or why it cannot be used and what is allowed, in one sentence for people.
///
///     id          letters, digits and . _ -                            needed
///     image       URL template                                         needed
///     title       as people see it; else the id
///     metadata      URL template of a JSON file for each country
///     metadataName  path of the name in it, with dots; else "country"
///     names         address of one JSON file for all countries, instead of metadata
///     namesCode     path of the alpha-2 code in an entry of that file; else its keys are the codes
///     namesName     path of the name in an entry; else the entry is the name
///     licence     as people see it
///     licenceUrl  http or https address
///     limit       requests in flight, 1 to 1000; else 5
///     pause       milliseconds between the starts of two requests, 0 to 60000; else 0
///     embedded    plain, slow or faulty: the program serves it itself; the templates are relative to its
///     server
[[nodiscard]] std::variant<Source, QString> sourceFromEntry(const QJsonObject &entry);
