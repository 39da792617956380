#pragma once

#include "ui/exports/exportkind.h"

#include <QWidget>

class QLineEdit;
class QPushButton;

/// Where the result goes. Its ending follows the kind as long as a person has not written another name.
class DestinationRow final : public QWidget
{
    Q_OBJECT

public:
    /// `folder` and `name`: where the result goes and what it is called, without an ending, if nobody says
    /// otherwise.
    DestinationRow(const QString &folder, const QString &name, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(DestinationRow)

    void setKind(ExportKind kind);

    [[nodiscard]] QString path() const;
    /// Why the path cannot be used; empty if it can.
    [[nodiscard]] QString problem() const;

Q_SIGNALS:
    void changed();

private:
    void choose();

    ExportKind m_kind = ExportKind::SheetPdf;
    QLineEdit *m_path;
    QPushButton *m_choose;
};
