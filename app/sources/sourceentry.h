#pragma once

#include "app/sources/source.h"

#include <variant>

class QJsonObject;

/// One entry of a sources file, or why it cannot be used and what is allowed, in one sentence for people.
/// docs/SOURCES.md describes the keys for those who write such files; in short:
///
///     id          letters, digits and . _ -                            needed
///     image       URL template                                         needed, or images
///     images      list of objects, instead of image; the first is what is usually asked for
///         url       URL template, with {format} and {width} where there are several
///         format    or formats: svg, png, webp, jpg, gif
///         widths    in pixels, 1 to 10000; one of them, width, is the usual one, else the first
///     title       as people see it; else the id
///     metadata      URL template of a JSON file for each country
///     metadataName  path of the name in it, with dots; else "country"
///     names         address of one JSON file for all countries, instead of metadata
///     namesCode     path of the alpha-2 code in an entry of that file; else its keys are the codes
///     namesName     path of the name in an entry; else the entry is the name
///     licence     as people see it
///     licenceUrl  http or https address
///     codes       list of the parts of countries and organisations that it has, as GB-ENG and EU; without it
///     they
///                 are asked for, and answered or not. Earlier versions called it extras.
///     iso3        alpha-3 codes that it uses instead of ISO's, by alpha-2: {"XK": "UNK"}
///     limit       requests in flight, 1 to 1000; else 5
///     pause       milliseconds between the starts of two requests, 0 to 60000; else 0
///     embedded    plain, slow or faulty: the program serves it itself; the templates are relative to its
///                 server
///     pictures    which pictures it serves then: flag-icons, flag-icons-1x1 or iso-flags-svg; else
///     flag-icons
[[nodiscard]] std::variant<Source, QString> sourceFromEntry(const QJsonObject &entry);

/// The entry that sourceFromEntry() reads as the source's definition().
[[nodiscard]] QJsonObject entryOfSource(const Source &source);
