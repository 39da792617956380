#pragma once

#include <QString>

class Catalogue;
class FlagModel;
struct FlagEntry;

/// The name of the member of the UN whose picture a territory has: "France" for Réunion. Empty if the
/// pictures in the folder differ or are not drawn yet, and for the members themselves.
[[nodiscard]] QString ownerOfSharedFlag(
    const FlagEntry &entry, const FlagModel &model, const Catalogue &catalogue);
