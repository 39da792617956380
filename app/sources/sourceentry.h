#pragma once

#include "app/sources/source.h"

#include <tl/expected.hpp>

class QJsonObject;

/// Reads one entry of a sources file. Returns the source, or one sentence for people that says what is wrong
/// and what is allowed. docs/SOURCES.md describes the keys for authors of such files. In short:
///
///     id            letters, digits and . _ -                          required
///     image         URL template                                       required, or images
///     images        list of objects, instead of image; the first one is the default
///         url       URL template; several formats need {format}, widths need {width}
///         format    or formats: svg, png, webp, jpg, gif
///         widths    in pixels, 1 to 10000; `width` selects the default, else it is the first
///     title         name in the user interface; default: the id
///     metadata      URL template of a JSON file for each country
///     metadataName  path of the name in it, with dots; default: "country"
///     names         URL of one JSON file for all countries, instead of metadata
///     namesCode     path of the alpha-2 code in an entry of that file; default: its keys are the codes
///     namesName     path of the name in an entry; default: the entry is the name
///     licence       name of the licence
///     licenceUrl    http or https URL
///     codes         regions and organisations that it has flags of, such as GB-ENG and EU; without this
///                   key the program requests them anyway. Earlier versions called it extras.
///     iso3          alpha-3 codes that differ from ISO's, by alpha-2 code: {"XK": "UNK"}
///     limit         maximum of requests in flight, 1 to 1000; default: 5
///     pause         minimum between the starts of two requests, 0 to 60000 ms; default: 0
///     embedded      plain, slow or faulty: the program serves it itself; URL templates are then relative
///     pictures      pictures of an embedded source: flag-icons, flag-icons-1x1 or iso-flags-svg;
///                   default: flag-icons
[[nodiscard]] tl::expected<Source, QString> sourceFromEntry(const QJsonObject &entry);

/// Returns the entry from which sourceFromEntry() reads the source's definition().
[[nodiscard]] QJsonObject entryOfSource(const Source &source);
