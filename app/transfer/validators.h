#pragma once

#include <QByteArray>

/// What tells one version of an address's content from another, as a server sent it with that content: to be
/// sent back unread. Empty where the server sent none.
struct Validators
{
    QByteArray etag;
    QByteArray lastModified;

    [[nodiscard]] bool isEmpty() const { return etag.isEmpty() && lastModified.isEmpty(); }

    friend bool operator==(const Validators &, const Validators &) = default;
};
