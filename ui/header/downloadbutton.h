#pragma once

#include <QPushButton>

/// The one primary button: "Download 20 flags", and "Cancel" in the same place while a batch runs.
class DownloadButton final : public QPushButton
{
    Q_OBJECT

public:
    explicit DownloadButton(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(DownloadButton)

    void showDownload(int flags);
    void showCancel();

    /// Wide enough for any number of flags.
    [[nodiscard]] int widest() const;
    /// What a text needs beside its own width.
    [[nodiscard]] static int padding(const QFontMetrics &font);

protected:
    void changeEvent(QEvent *event) override;

private:
    void updateColours();
};
