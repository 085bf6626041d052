/** Plans and duties over HTTP. */
@NullMarked
package org.yilianti.rotation.roster.web;

import org.jspecify.annotations.NullMarked;
