@NullMarked
package org.ronghe.platform.web;

import org.jspecify.annotations.NullMarked;
