#pragma once

#include "app/storage/nametemplate.h"

#include <QList>
#include <QString>

class Catalogue;
struct Source;

/// The path of one country's flag under a template.
struct NameExample
{
    QString country; ///< in the language of the person
    QString path; ///< below the folder, with "/" between its parts
};

/// Shows people what a template makes of names that are plain, have spaces and accents, or are told apart by
/// little but their code. What only the picture itself would tell is assumed: an ending or a width that the
/// source does not say, and names as the catalogue has them.
class NameExamples final
{
public:
    NameExamples(const Catalogue &catalogue, const Source &source);

    [[nodiscard]] QList<NameExample> under(const NameTemplate &nameTemplate) const;

private:
    QList<NameParts> m_parts;
};
