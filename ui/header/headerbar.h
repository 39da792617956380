#pragma once

#include <QWidget>

class BatchButtons;
class BuiltinServers;
class CategoryBar;
class LimitBox;
class QLayout;
class QMenu;
class SearchField;
class SizeSlider;
class SourceChooser;
struct Source;
class SourceRegistry;

/// The controls above the grid: source, limit, search, categories, picture size, and the buttons of the
/// batch. Only lays its parts out; the window connects them.
class HeaderBar final : public QWidget
{
    Q_OBJECT

public:
    /// `registry` and `servers` must outlive the bar. `select` is the menu of the Select button.
    HeaderBar(
        const SourceRegistry &registry, BuiltinServers &servers, QMenu *select, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(HeaderBar)

    /// Shows the source and the limit of the running batch. showChoice() shows the user's choice again.
    void showBatch(const QList<Source> &sources);
    void showChoice();

    [[nodiscard]] SourceChooser *source() const { return m_source; }
    [[nodiscard]] LimitBox *limit() const { return m_limit; }
    [[nodiscard]] SearchField *search() const { return m_search; }
    [[nodiscard]] BatchButtons *buttons() const { return m_buttons; }
    [[nodiscard]] CategoryBar *categories() const { return m_categories; }
    [[nodiscard]] SizeSlider *size() const { return m_size; }

private:
    void followChoice(const Source &source);
    [[nodiscard]] QLayout *upperRow(QMenu *select);
    [[nodiscard]] QLayout *lowerRow();

    SourceChooser *m_source;
    LimitBox *m_limit;
    SearchField *m_search;
    BatchButtons *m_buttons;
    CategoryBar *m_categories;
    SizeSlider *m_size;
};
