#pragma once

#include "app/countries/country.h"

#include <QCoreApplication>
#include <QHash>
#include <QList>
#include <QString>

#include <tl/expected.hpp>

/// The values that a file name can contain.
struct NameParts
{
    Country country;
    QString name = {}; ///< the country's name according to the source
    QString source = {}; ///< id
    int width = 0; ///< of the picture in pixels; 0 if unknown
    QString suffix = {}; ///< without a dot
};

/// How the files of a set are named, relative to its folder. A text with placeholders:
///
///     {CC} {cc}      alpha-2 code, upper or lower case
///     {iso3} {num}   alpha-3 code, lower case; numeric code, three digits. For a country without one, the
///                    alpha-2 code in lower case
///     {country}      the country's name according to the source; if it has no usable character, the name in
///                    the catalogue, else the code
///     {country:zh}   the catalogue's name in a language (BCP 47)
///     {continent}    "europe"; "elsewhere" if unknown
///     {source}       id of the source
///     {width}        in pixels
///     {ext}          suffix of the file
///
/// A "/" separates folders. The suffix is appended unless the text ends with ".{ext}". Each folder name and
/// file name is made safe, see filename.h. The path satisfies isSafeRelativePath() and is never the path of a
/// file that the set itself needs.
///
/// Two countries never share a file, whatever names their sources use and in whatever order they are saved: a
/// name without a code is used unchanged only if it is the catalogue's name of that country. Any other name
/// gets the code appended, "Korea-KR". A value class; threads may share it.
class NameTemplate final
{
    Q_DECLARE_TR_FUNCTIONS(NameTemplate)

public:
    /// "{CC}-{country}"
    NameTemplate();

    /// Returns the template, or what is wrong and what is allowed, to be appended to "TEXT: ".
    [[nodiscard]] static tl::expected<NameTemplate, QString> parse(const QString &text);

    [[nodiscard]] const QString &text() const { return m_text; }

    /// Returns the path of the file in the set's folder, separated by "/".
    [[nodiscard]] QString pathOf(const NameParts &parts) const;

    friend bool operator==(const NameTemplate &one, const NameTemplate &other)
    {
        return one.m_text == other.m_text;
    }

private:
    enum class Piece {
        Literal,
        Upper,
        Lower,
        Iso3,
        Number,
        Name,
        NameInLanguage,
        Continent,
        Source,
        Width,
        Suffix
    };

    struct Part
    {
        Piece piece = Piece::Literal;
        QString text = {}; // of a literal
        QHash<QString, QString> names = {}; // unique names in the language, by code
    };
    using Component = QList<Part>; // one folder or file name

    NameTemplate(const QString &text, const QList<Component> &components);

    /// Parses a placeholder without its braces. Returns the problem if it is unknown.
    [[nodiscard]] static tl::expected<Part, QString> partFor(const QString &placeholder);
    [[nodiscard]] static bool isCode(Piece piece);
    [[nodiscard]] static QString findProblem(const QString &text, const QList<Component> &components);
    [[nodiscard]] static QString textFor(const Part &part, const NameParts &parts);
    [[nodiscard]] static bool identifiesCountry(const Component &component, const NameParts &parts);
    [[nodiscard]] bool isUnique(const NameParts &parts) const;

    QString m_text;
    QList<Component> m_components;
};
