#pragma once

#include "app/countries/country.h"
#include "app/sources/untrustedtext.h"

#include <QString>
#include <QUrl>

#include <optional>

/// URL templates. Their placeholders stand for the codes of a country:
///
///     {cc} {CC}      alpha-2 code, lower or upper case
///     {iso3} {ISO3}  alpha-3 code, lower or upper case
///     {num}          numeric code, three digits

/// Checks that the template is an http or https URL with at least one of these placeholders and no other.
/// Returns one sentence for people that names the template, or nothing.
///
/// Templates of the user may contain credentials; templates in files, which people share, must not.
[[nodiscard]] std::optional<QString> urlTemplateProblem(
    const QString &urlTemplate, Credentials credentials = Credentials::Refused);

/// The same without the template in front, for a message beside the field that has it.
[[nodiscard]] std::optional<QString> urlTemplateFault(
    const QString &urlTemplate, Credentials credentials = Credentials::Refused);

/// Returns the URL with the country's codes. Returns nothing if the country lacks a code that the template
/// contains, or if the URL is invalid.
[[nodiscard]] std::optional<QUrl> expandUrlTemplate(const QString &urlTemplate, const Country &country);
