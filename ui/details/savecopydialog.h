#pragma once

#include "ui/details/picturecopies.h"

#include <QDialog>

class QComboBox;
class QDialogButtonBox;
class QSpinBox;

/// Asks for the format and the width of a copy of a flag, and then for its file. Remembers the answers in the
/// settings. Emits saveRequested() at most once.
class SaveCopyDialog final : public QDialog
{
    Q_OBJECT

public:
    SaveCopyDialog(const FlagFile &file, QWidget *parent);
    Q_DISABLE_COPY_MOVE(SaveCopyDialog)

    /// Asks for the file.
    void accept() override;

Q_SIGNALS:
    void saveRequested(const FlagFile &file, const CopySpec &spec);

private:
    /// The format of the copy; nothing: that of the file.
    [[nodiscard]] std::optional<RenditionFormat> format() const;
    [[nodiscard]] QString suffix() const;
    void updateWidth();
    void finish(const QString &path);

    const FlagFile m_file;
    QComboBox *m_format;
    QSpinBox *m_width;
};
