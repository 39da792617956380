#pragma once

#include <QListWidget>

/// A row of SourceListView.
struct SourceRow
{
    QString key; ///< the id of a saved source, or the key of a new one in SourceDrafts
    QString title;
    QString network; ///< whether it needs the network, for the second line
    QString toolTip;
    bool isUnsaved = false;

    friend bool operator==(const SourceRow &, const SourceRow &) = default;
};

/// The list of sources. The first line of a row is the title, the second says whether the source needs the
/// network. An unsaved source is marked with a dot and a word. One row is always current. Never scrolls
/// sideways. Owned by SourcesDialog.
class SourceListView final : public QListWidget
{
    Q_OBJECT

public:
    explicit SourceListView(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(SourceListView)

    /// Shows these rows, of which there is at least one, and makes the row with this key current, or else the
    /// nearest one to the row that was. Emits nothing.
    void setRows(const QList<SourceRow> &rows, const QString &currentKey);
    [[nodiscard]] QString currentKey() const;
    /// Returns -1 if there is none.
    [[nodiscard]] int rowOf(const QString &key) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;
};
