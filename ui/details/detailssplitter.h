#pragma once

#include <QPersistentModelIndex>
#include <QSplitter>
#include <QTimer>

class Catalogue;
class CountryPane;
class DetailsPanel;
class FlagActions;
class FlagModel;

/// The grid and, at its right, the details of its current cell. Lets the user drag flags out of the grid.
/// Owned by the window.
class DetailsSplitter final : public QSplitter
{
    Q_OBJECT

public:
    /// Takes ownership of `countries`. The other references must outlive the splitter; `window` is the parent
    /// of the dialogs.
    DetailsSplitter(
        CountryPane *countries, const FlagModel &model, const Catalogue &catalogue, QWidget &window);
    Q_DISABLE_COPY_MOVE(DetailsSplitter)

    [[nodiscard]] DetailsPanel *panel() const { return m_panel; }
    [[nodiscard]] FlagActions &actions() const { return *m_actions; }

    [[nodiscard]] bool isPanelShown() const;
    /// In device-independent pixels; while the panel is hidden, the width that it will have.
    [[nodiscard]] int panelWidth() const { return m_panelWidth; }
    void setPanel(bool isShown, int width);
    static constexpr int usualPanelWidth = 304; ///< device-independent pixels

    /// Shows what the model has now, for changes that it does not signal.
    void refresh();

Q_SIGNALS:
    /// The user has shown, hidden or resized the panel.
    void panelChanged();

private:
    void setCell(const QModelIndex &cell);
    void onDataChanged(const QModelIndex &first, const QModelIndex &last, const QList<int> &roles);
    void drag(const QModelIndex &cell);
    void onToggled(bool isShown);
    void applyWidth();
    void updateActions();

    const FlagModel &m_model;
    CountryPane *m_countries;
    FlagActions *m_actions;
    DetailsPanel *m_panel;
    QPersistentModelIndex m_cell;
    QTimer m_refresh; // collects the changes of one turn of the event loop
    QTimer m_pictures; // merges the refreshes while many pictures are drawn
    int m_panelWidth = usualPanelWidth;
};
