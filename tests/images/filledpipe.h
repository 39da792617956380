#pragma once

#include <QFile>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>

/// A pipe with some bytes to read. Reading removes them and never blocks.
class FilledPipe final
{
public:
    explicit FilledPipe(const QString &path)
    {
        ::mkfifo(QFile::encodeName(path).constData(), 0600);
        m_descriptor = ::open(QFile::encodeName(path).constData(), O_RDWR | O_NONBLOCK | O_CLOEXEC);
        m_isFilled = ::write(m_descriptor, "bytes", 5) == 5;
    }
    ~FilledPipe() { ::close(m_descriptor); }
    Q_DISABLE_COPY_MOVE(FilledPipe)

    [[nodiscard]] bool isUntouched() const
    {
        std::array<char, 5> bytes{};
        return m_isFilled && ::read(m_descriptor, bytes.data(), bytes.size()) == 5;
    }

private:
    int m_descriptor = -1;
    bool m_isFilled = false;
};
