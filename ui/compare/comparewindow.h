#pragma once

#include "app/downloads/comparison.h"
#include "ui/compare/comparemodel.h"

#include <QWidget>

class BuiltinServers;
class QComboBox;
class QLabel;
class QPushButton;
class QTableView;
class SourceRegistry;

/// The countries that can be compared.
struct CompareCountries
{
    QList<Country> current; ///< at most one
    QList<Country> ticked;
};

/// A window that shows the flags of two sources side by side as they arrive, the largest difference first.
/// Nothing is saved. Closing it cancels the comparison.
class CompareWindow final : public QWidget
{
    Q_OBJECT

public:
    /// The references must outlive the window. `first` is the id of the source that is initially chosen.
    CompareWindow(const SourceRegistry &registry, BuiltinServers &servers, const TransferSettings &transfer,
        CompareCountries countries, const QString &first, QWidget *parent);
    Q_DISABLE_COPY_MOVE(CompareWindow)

private:
    [[nodiscard]] QLayout *choices();
    void offerSources(const QString &first);
    void startOrStop();
    void start();
    void addRow(const ComparedFlag &flag);
    void updateState();
    [[nodiscard]] std::optional<Source> addressed(const QComboBox *chooser);
    [[nodiscard]] QColor edgeColour() const;
    [[nodiscard]] QList<Country> chosenCountries() const;

    const SourceRegistry &m_registry;
    BuiltinServers &m_servers;
    const TransferSettings m_transfer;
    const CompareCountries m_countries;
    Comparison m_comparison;
    CompareModel m_model;
    QComboBox *m_first;
    QComboBox *m_second;
    QComboBox *m_which;
    QPushButton *m_start;
    QTableView *m_table;
    QLabel *m_status;
};
