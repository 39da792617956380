#pragma once

#include <QPersistentModelIndex>
#include <QWidget>

class Catalogue;
class FlagActions;
class FlagDetails;
class FlagModel;
class QAction;

/// The panel with the details of the current cell of the grid. It is empty until the window is painted, so
/// that it does not delay the start, and does nothing while it is hidden. Escape leaves it. Lives in the GUI
/// thread.
class DetailsPanel final : public QWidget
{
    Q_OBJECT

public:
    /// The references must outlive the panel.
    DetailsPanel(const FlagModel &model, const Catalogue &catalogue, const FlagActions &actions,
        QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(DetailsPanel)

    /// Follows a cell of the grid. It may be invalid.
    void setCell(const QModelIndex &cell);
    /// Shows what the model has now.
    void refresh();
    void setBatchRunning(bool isRunning);

    /// Shows and hides the panel.
    [[nodiscard]] QAction *toggle() const { return m_toggle; }
    /// Shows the panel and moves the focus to its picture.
    void open();

    /// Null until the panel is first painted or opened.
    [[nodiscard]] FlagDetails *details() const { return m_details; }

Q_SIGNALS:
    void downloadRequested(const QString &code);
    void repairRequested(const QString &code);
    /// The focus should go back to the grid.
    void left();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void createDetails();
    void placeInTabOrder();
    void onToggled(bool isShown);

    const FlagModel &m_model;
    const Catalogue &m_catalogue;
    const FlagActions &m_actions;
    QAction *m_toggle;
    FlagDetails *m_details = nullptr;
    QPersistentModelIndex m_cell;
    bool m_isBatchRunning = false;
    bool m_isCreating = false;
};
