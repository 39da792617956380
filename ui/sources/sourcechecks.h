#pragma once

#include "app/downloads/sourcetrial.h"

#include <QFutureWatcher>
#include <QObject>
#include <QString>
#include <QWidget>

class BuiltinServers;
class Catalogue;
class QComboBox;
class QLabel;
class QPushButton;
struct Source;

/// Fetches one country's flag from a source and shows it, with the name and the time that it took, or says
/// why it could not be had. Writes nothing.
class SourceTest final : public QWidget
{
    Q_OBJECT

public:
    /// Both must outlive the test.
    SourceTest(const Catalogue &catalogue, BuiltinServers &servers, const TransferSettings &transfer,
        QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(SourceTest)

    /// Which source is tested; nothing where there is none that could be. What was shown of another is gone.
    void setSource(const std::optional<Source> &source);

private:
    void run();
    void show(const FlagResult &result);
    void showText(const QString &text);

    const Catalogue &m_catalogue;
    BuiltinServers &m_servers;
    const TransferSettings m_transfer;
    std::optional<Source> m_source;
    SourceTrial m_trial;
    QComboBox *m_country;
    QPushButton *m_start;
    QLabel *m_picture;
    QLabel *m_text;
};

/// Says whether the chosen source serves older pictures because its own are not installed. Counts them on the
/// pool.
class PicturesCheck final : public QObject
{
    Q_OBJECT

public:
    /// `servers` must outlive it.
    explicit PicturesCheck(const BuiltinServers &servers, QObject *parent = nullptr);
    ~PicturesCheck() override;
    Q_DISABLE_COPY_MOVE(PicturesCheck)

    /// Emits notice() if the answer is another one than before, and where pictures are to be counted, when
    /// they are. The newest call counts.
    void check(const Source &source);

Q_SIGNALS:
    /// For people; empty if the source serves its own pictures, or none.
    void notice(const QString &text);

private:
    const BuiltinServers &m_servers;
    QString m_folder; // of the pictures that are counted or were
    QFutureWatcher<QString> m_counting;
};
