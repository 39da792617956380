#pragma once

#include <QString>
#include <QWidget>

#include <array>

class QLineEdit;
class QPushButton;

/// The results that a person can choose between.
enum class ExportKind {
    SheetPdf,
    SheetPng,
    Sprite,
    DataCsv,
    DataJson,
};

inline constexpr std::array allExportKinds{ExportKind::SheetPdf, ExportKind::SheetPng, ExportKind::Sprite,
    ExportKind::DataCsv, ExportKind::DataJson};

/// As people call it.
[[nodiscard]] QString titleOf(ExportKind kind);

/// Of the file, with its dot; empty for a sprite, which is a folder.
[[nodiscard]] QString suffixOf(ExportKind kind);

/// What a name is proposed with: the ending, or, since a set has its folder's name already, "-sprite".
[[nodiscard]] QString defaultSuffixOf(ExportKind kind);

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
