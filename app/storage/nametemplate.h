#pragma once

#include "app/countries/country.h"

#include <QCoreApplication>
#include <QHash>
#include <QList>
#include <QString>

#include <variant>

/// All that a file name can be made of.
struct NameParts
{
    Country country;
    QString name = {}; ///< the country's name as the source has it
    QString source = {}; ///< id
    int width = 0; ///< of the picture, in pixels; 0 if unknown
    QString ending = {}; ///< without a dot
};

/// How the files of a set are named, below its folder. A text with placeholders:
///
///     {CC} {cc}      alpha-2 code, upper or lower case
///     {iso3} {num}   alpha-3 code, lower case; numeric code, three digits. The alpha-2 code, lower case,
///                    stands in for either where a country has none
///     {country}      the name as the source has it; where nothing of that can stand in a file's name, the
///                    catalogue's, then the code
///     {country:zh}   the catalogue's name in a language, BCP 47
///     {continent}    "europe"; "elsewhere" where it is not known
///     {source}       its id
///     {width}        in pixels
///     {ext}          the ending
///
/// A "/" makes a folder. The ending is added unless the text ends with ".{ext}". Every folder and file name
/// is made safe on its own, see filename.h; the path is plain, see folderfile.h, and none that a set keeps
/// for itself.
///
/// Two countries never share a file, whatever their sources call them and whichever comes first: a name that
/// no code tells apart stands as it is only if it is the catalogue's name for that very country; any other
/// gets the code behind it, "Korea-KR". A value; shared by threads.
class NameTemplate final
{
    Q_DECLARE_TR_FUNCTIONS(NameTemplate)

public:
    /// "{CC}-{country}"
    NameTemplate();

    /// Or why the text cannot be used and what is allowed, to follow "TEXT: ".
    [[nodiscard]] static std::variant<NameTemplate, QString> parse(const QString &text);

    [[nodiscard]] const QString &text() const { return m_text; }

    /// Path of the file in the set's folder, with "/" between its parts.
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
        Ending
    };

    struct Part
    {
        Piece piece = Piece::Literal;
        QString text = {}; // of a literal
        QHash<QString, QString> names = {}; // by code, in that language; each of them once
    };
    using Component = QList<Part>; // what stands between two "/"

    NameTemplate(const QString &text, const QList<Component> &components);

    /// Of one placeholder without its braces; a problem if there is none such.
    [[nodiscard]] static std::variant<Part, QString> partFor(const QString &placeholder);
    [[nodiscard]] static bool isCode(Piece piece);
    [[nodiscard]] static QString problemWith(const QString &text, const QList<Component> &components);
    [[nodiscard]] static QString filledIn(const Part &part, const NameParts &parts);
    [[nodiscard]] static bool namesItsCountry(const Component &component, const NameParts &parts);
    [[nodiscard]] bool tellsApart(const NameParts &parts) const;

    QString m_text;
    QList<Component> m_components;
};
