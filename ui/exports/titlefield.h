#pragma once

#include <QHash>
#include <QLineEdit>
#include <QStringList>

class QSettings;

/// The title of an export. It belongs to the countries on the sheet: other countries get the title that the
/// user has given to them, else the proposed one, so that no sheet has the title of another. Owned by
/// ExportForm.
class TitleField final : public QLineEdit
{
    Q_OBJECT

public:
    explicit TitleField(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(TitleField)

    /// `codes` are the countries on the sheet.
    void setCountries(QStringList codes);

    // The title that the user has given, with its countries.
    void save(QSettings &settings);
    void restore(const QSettings &settings);

private:
    void keepOwnTitle();

    QStringList m_codes; // sorted
    QHash<QStringList, QString> m_ownTitles; // of the user, by countries
};

/// The title of a sheet with exactly these countries, if they have a name: "Flags of Africa". Else empty.
[[nodiscard]] QString proposedTitle(const QStringList &codes);
