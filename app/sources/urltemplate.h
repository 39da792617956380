#pragma once

#include "app/countries/country.h"

#include <QString>
#include <QUrl>

#include <optional>

/// Why a template cannot be used, in one sentence for people that names the template; nothing if it can. Allowed are
/// http and https URLs with at least one of {cc} {CC} {iso3} {ISO3}, no other placeholder, and no user name or password.
[[nodiscard]] std::optional<QString> urlTemplateProblem(const QString &urlTemplate);

/// The template with the country's codes filled in; nothing if it needs an alpha-3 code and the country has none.
[[nodiscard]] std::optional<QUrl> expandUrlTemplate(const QString &urlTemplate, const Country &country);
