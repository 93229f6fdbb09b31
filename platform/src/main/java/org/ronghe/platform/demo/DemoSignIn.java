package org.ronghe.platform.demo;

import org.ronghe.platform.access.Role;

/// How to sign in to the demo as somebody of a role.
///
/// @param password made for this start of the demo; the one before no longer holds
public record DemoSignIn(Role role, String name, String password) {}
