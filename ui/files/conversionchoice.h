#pragma once

#include "app/images/conversion.h"

#include <QGroupBox>
#include <QString>

class QCheckBox;
class QComboBox;
class QLineEdit;

/// Asks what is made of each flag besides saving it.
class ConversionChoice final : public QGroupBox
{
    Q_OBJECT

public:
    explicit ConversionChoice(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(ConversionChoice)

    void setConversion(const Conversion &conversion);
    /// What can be used of what stands there.
    [[nodiscard]] Conversion conversion() const;

    /// What is wrong with the widths, for people; empty if nothing is.
    [[nodiscard]] QString problem() const;

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] QLineEdit *addWidths(const QString &label, const QString &name);
    void updateChoices();

    QLineEdit *m_png;
    QLineEdit *m_webP;
    QComboBox *m_crop;
    QCheckBox *m_keepsOriginal;
};
