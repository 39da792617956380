#pragma once

#include "app/countries/country.h"
#include "app/sources/webaddress.h"

#include <QString>
#include <QUrl>

#include <optional>

/// Why a template cannot be used, in one sentence for people that names the template; nothing if it can.
/// Allowed are http and https URLs with at least one of {cc} {CC} {iso3} {ISO3} {num} and no other
/// placeholder.
[[nodiscard]] std::optional<QString> urlTemplateProblem(
    const QString &urlTemplate, Credentials credentials = Credentials::Refused);

/// The template with the country's codes filled in; nothing if it has none of those that are asked
/// for.
[[nodiscard]] std::optional<QUrl> expandUrlTemplate(const QString &urlTemplate, const Country &country);
