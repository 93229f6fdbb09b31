/// The shell that every page and every API stands in: layout, assets, conventions, errors.
@NullMarked
package org.ronghe.platform.web;

import org.jspecify.annotations.NullMarked;
