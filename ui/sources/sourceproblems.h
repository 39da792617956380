#pragma once

#include <QList>
#include <QString>
#include <QStringList>

class QJsonObject;

/// The fields of SourceEditor that can be invalid.
enum class SourceField {
    Name,
    Id,
    PictureAddress,
    NamesAddress,
};

/// What is wrong with one field, as a sentence that names the field as its label does.
struct SourceFieldProblem
{
    SourceField field;
    QString text;
};

/// Checks the entry of a form, in which an address of names that the user still has to enter is an empty
/// text. `taken` are the ids of the user's other sources. Returns at most one problem for each field, in
/// their order; nothing if sourceFromEntry() can read the entry.
[[nodiscard]] QList<SourceFieldProblem> problemsOfForm(const QJsonObject &entry, const QStringList &taken);
