#pragma once

#include "app/builtin/faultsimulation.h"
#include "app/sources/source.h"

#include <QDialog>

class QDoubleSpinBox;
class QFormLayout;
class QSpinBox;

/// Edits the fault settings of a built-in server: the delay of the slow one, the error rate of the faulty
/// one, and the random seed of both. Read faults() after accepted().
class FaultSettingsDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `kind` is Slow or Faulty.
    FaultSettingsDialog(Embedded kind, const FaultSettings &faults, QWidget *parent);
    Q_DISABLE_COPY_MOVE(FaultSettingsDialog)

    [[nodiscard]] FaultSettings faults() const;

private:
    void addDelay(QFormLayout *form);
    void addErrorShare(QFormLayout *form);
    void addSeed(QFormLayout *form);

    FaultSettings m_faults;
    QDoubleSpinBox *m_shortest = nullptr; // seconds; only for the slow one
    QDoubleSpinBox *m_longest = nullptr;
    QSpinBox *m_errorShare = nullptr; // per cent; only for the faulty one
    QSpinBox *m_seed = nullptr;
};
