#pragma once

#include "app/countries/country.h"
#include "app/sources/source.h"
#include "ui/lab/labsettings.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QGroupBox;
class QLineEdit;
class QSpinBox;
class SourceRegistry;

/// The settings of a measurement: source, limits, flags, and what the built-in server simulates. Emits
/// changed() after every change. Owned by LabWindow.
class LabForm final : public QWidget
{
    Q_OBJECT

public:
    /// `mostFlags` is the number of countries.
    LabForm(const SourceRegistry &registry, int mostFlags, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(LabForm)

    void setSettings(const LabSettings &settings);
    [[nodiscard]] LabSettings settings() const;
    /// The chosen source, as listed.
    [[nodiscard]] Source source() const;
    /// Why the settings cannot be measured, for people; empty if they can.
    [[nodiscard]] QString problem() const;

    /// Offers so many ticked countries; none are offered at first.
    void setTicked(int count);

    [[nodiscard]] QLineEdit *limits() const { return m_limits; }

Q_SIGNALS:
    void changed();

private:
    void addMain(QFormLayout &form);
    void addServer();
    void onChanged();
    [[nodiscard]] int rowOf(const QString &sourceId) const; ///< in the list of sources; -1: none

    QComboBox *m_source;
    QLineEdit *m_limits;
    QSpinBox *m_flags;
    QCheckBox *m_usesTicked;
    bool m_wantsTicked = false; // also while none are ticked
    QGroupBox *m_server;
    QSpinBox *m_delay;
    QSpinBox *m_jitter;
    QSpinBox *m_errors;
    QSpinBox *m_capacity;
    QSpinBox *m_seed;
};
