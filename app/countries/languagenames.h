#pragma once

#include <QList>
#include <QString>

/// A language that countryNameIn() has names in.
struct LanguageName
{
    QString tag; ///< BCP 47, without a territory: "ar", "zh-Hant"
    QString native; ///< "العربية"
    QString english; ///< "Arabic"
};

/// Each once, ordered by their own names as they are written. Takes tens of milliseconds the first time.
[[nodiscard]] const QList<LanguageName> &languageNames();
