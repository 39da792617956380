#include "app/images/rendermessage.h"
#include "app/storage/posixfile.h"

#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

namespace {

// The first byte of a packet: where the message is.
constexpr char inPacket = 'P';
constexpr char inMemory = 'M';
// In bytes. A packet must fit the buffer of the socket, 208 KiB by default. Most flags and their PNG files
// are shorter.
constexpr qsizetype longestPacket = 64 << 10;

template <typename Call>
auto retryOnEintr(Call call)
{
    auto result = call();
    while (result < 0 && errno == EINTR)
        result = call();
    return result;
}

bool writeAll(int file, const QByteArray &bytes)
{
    qsizetype done = 0;
    while (done < bytes.size()) {
        const auto written = retryOnEintr(
            [&] { return ::write(file, bytes.constData() + done, std::size_t(bytes.size() - done)); });
        if (written <= 0)
            return false;
        done += written;
    }
    return true;
}

std::optional<QByteArray> readAll(int file)
{
    struct stat status = {};
    if (::fstat(file, &status) != 0 || !S_ISREG(status.st_mode) || status.st_size > maximalMessageSize)
        return std::nullopt;
    QByteArray bytes(qsizetype(status.st_size), Qt::Uninitialized);
    qsizetype done = 0;
    while (done < bytes.size()) {
        const auto read = retryOnEintr(
            [&] { return ::pread(file, bytes.data() + done, std::size_t(bytes.size() - done), done); });
        if (read <= 0)
            return std::nullopt;
        done += read;
    }
    return bytes;
}

/// Sends the bytes in one packet, with a descriptor if `file` is not -1.
bool sendPacket(int socket, char kind, const QByteArray &bytes, int file)
{
    std::array<iovec, 2> parts{
        {{&kind, 1}, {const_cast<char *>(bytes.constData()), std::size_t(bytes.size())}}};
    msghdr header = {};
    header.msg_iov = parts.data();
    header.msg_iovlen = parts.size();
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control = {};
    if (file >= 0) {
        header.msg_control = control.data();
        header.msg_controllen = control.size();
        cmsghdr *entry = CMSG_FIRSTHDR(&header);
        entry->cmsg_level = SOL_SOCKET;
        entry->cmsg_type = SCM_RIGHTS;
        entry->cmsg_len = CMSG_LEN(sizeof(int));
        std::memcpy(CMSG_DATA(entry), &file, sizeof file);
    }
    return retryOnEintr([&] { return ::sendmsg(socket, &header, MSG_NOSIGNAL | MSG_DONTWAIT); })
        == bytes.size() + 1;
}

/// The first descriptor that came with a packet. Closes all others.
UniqueFd takeFile(msghdr &header)
{
    UniqueFd first(-1);
    for (cmsghdr *entry = CMSG_FIRSTHDR(&header); entry; entry = CMSG_NXTHDR(&header, entry)) {
        if (entry->cmsg_level != SOL_SOCKET || entry->cmsg_type != SCM_RIGHTS)
            continue;
        const std::size_t files = (entry->cmsg_len - CMSG_LEN(0)) / sizeof(int);
        for (std::size_t i = 0; i < files; ++i) {
            int number = -1;
            std::memcpy(&number, CMSG_DATA(entry) + i * sizeof number, sizeof number);
            UniqueFd file(number);
            if (!first.isOpen())
                first = std::move(file);
        }
    }
    return first;
}

} // namespace

bool sendMessage(int socket, const QByteArray &message)
{
    if (message.size() < longestPacket)
        return sendPacket(socket, inPacket, message, -1);
    if (message.size() > maximalMessageSize)
        return false;
    const UniqueFd memory(::memfd_create("flagfetch", MFD_CLOEXEC));
    return memory.isOpen() && writeAll(memory.number(), message)
        && sendPacket(socket, inMemory, {}, memory.number());
}

std::optional<QByteArray> receiveMessage(int socket)
{
    const auto size = retryOnEintr([&] { return ::recv(socket, nullptr, 0, MSG_PEEK | MSG_TRUNC); });
    if (size <= 0 || size > longestPacket)
        return std::nullopt;
    QByteArray packet(qsizetype(size), Qt::Uninitialized);
    iovec part = {packet.data(), std::size_t(packet.size())};
    alignas(cmsghdr) std::array<char, CMSG_SPACE(4 * sizeof(int))> control = {};
    msghdr header = {};
    header.msg_iov = &part;
    header.msg_iovlen = 1;
    header.msg_control = control.data();
    header.msg_controllen = control.size();
    const auto received = retryOnEintr([&] { return ::recvmsg(socket, &header, MSG_CMSG_CLOEXEC); });
    const UniqueFd file = takeFile(header);
    if (received <= 0 || (header.msg_flags & (MSG_TRUNC | MSG_CTRUNC)) != 0)
        return std::nullopt;
    packet.truncate(qsizetype(received));
    if (packet.front() == inMemory && file.isOpen())
        return readAll(file.number());
    if (packet.front() != inPacket)
        return std::nullopt;
    return packet.sliced(1);
}
