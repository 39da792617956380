#pragma once

#include "app/sets/verification.h"
#include "ui/look/icons.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QIcon>
#include <QList>

/// The files of a set that are not intact, and the files in its folder that are not part of it, one per row.
/// Owned by VerifyDialog.
class CheckedFilesModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        StateColumn, ///< an icon and a word
        CountryColumn,
        FileColumn,
        ColumnCount,
    };

    explicit CheckedFilesModel(QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(CheckedFilesModel)

    /// `names` are the names of countries by code. Omits intact files. Files that can be repaired come first.
    void show(const Verification &verification, const QHash<QString, QString> &names, const QPalette &palette,
        qreal pixelRatio);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const CheckedFile &file, int column) const;

    QList<CheckedFile> m_files;
    QHash<QString, QString> m_names;
    QHash<FileState, QIcon> m_icons;
};
