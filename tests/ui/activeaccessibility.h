#pragma once

/// Makes Qt report accessibility events, as if a screen reader ran. Returns false if the tests are built
/// without Qt's private headers (qt6-base-private-dev): Qt has no public function for it.
[[nodiscard]] bool activateAccessibility();
