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

/// What stands above the grid: where flags come from, which countries are shown and how large, and the
/// buttons of the batch. Lays its parts out, and leaves it to the window to connect them to the rest.
class HeaderBar final : public QWidget
{
    Q_OBJECT

public:
    /// `shelf` and `servers` must outlive the bar; `select` is what the Select button opens.
    HeaderBar(
        const SourceRegistry &registry, BuiltinServers &servers, QMenu *select, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(HeaderBar)

    /// While a batch runs, source and limit are those that it asks; afterwards those that were chosen again.
    void showBatch(const QList<Source> &sources);
    void showChoice();

    [[nodiscard]] SourceChooser *source() const { return m_source; }
    [[nodiscard]] LimitBox *limit() const { return m_limit; }
    [[nodiscard]] SearchField *search() const { return m_search; }
    [[nodiscard]] BatchButtons *buttons() const { return m_buttons; }
    [[nodiscard]] CategoryBar *categories() const { return m_categories; }
    [[nodiscard]] SizeSlider *size() const { return m_size; }

private:
    [[nodiscard]] QLayout *upperRow(QMenu *select);
    [[nodiscard]] QLayout *lowerRow();

    SourceChooser *m_source;
    LimitBox *m_limit;
    SearchField *m_search;
    BatchButtons *m_buttons;
    CategoryBar *m_categories;
    SizeSlider *m_size;
};
