#pragma once

#include <QString>
#include <QWidget>

#include <array>
#include <optional>

class QLineEdit;
class QPushButton;

/// The kinds of results.
enum class ExportKind {
    SheetPdf,
    SheetPng,
    Sprite,
    DataCsv,
    DataJson,
};

inline constexpr std::array allExportKinds{ExportKind::SheetPdf, ExportKind::SheetPng, ExportKind::Sprite,
    ExportKind::DataCsv, ExportKind::DataJson};

/// The name of the kind, for people.
[[nodiscard]] QString titleOf(ExportKind kind);

/// The word for the settings: "pdf", "sprite".
[[nodiscard]] QString exportKindWord(ExportKind kind);
[[nodiscard]] std::optional<ExportKind> exportKindFromWord(const QString &word);

/// The suffix of the file with its dot. Empty for a sprite, which is a folder.
[[nodiscard]] QString suffixOf(ExportKind kind);

/// The end of the proposed name: the suffix, after "-sprite" or "-data" where the name of the folder alone
/// could be that of the folder, or of its flags.json.
[[nodiscard]] QString defaultSuffixOf(ExportKind kind);

/// The destination of an export. The suffix follows the kind unless the user has typed another one. Emits
/// changed() on each edit. Owned by ExportDialog.
class DestinationRow final : public QWidget
{
    Q_OBJECT

public:
    /// `folder` and `name`, without suffix, are the destination of a result without a title.
    DestinationRow(const QString &folder, const QString &name, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(DestinationRow)

    void setKind(ExportKind kind);
    /// Names the result after its title, unless the user has chosen a path. The name of the folder, if the
    /// title is empty.
    void setTitle(const QString &title);

    [[nodiscard]] QString path() const;
    /// Why the path is invalid, for people. Empty if it is valid.
    [[nodiscard]] QString problem() const;

Q_SIGNALS:
    void changed();

private:
    void choose();
    void propose(const QString &path);

    const QString m_folder;
    const QString m_usualName;
    ExportKind m_kind = ExportKind::SheetPdf;
    QString m_proposed; // the user has chosen any other path
    QLineEdit *m_path;
    QPushButton *m_choose;
};
