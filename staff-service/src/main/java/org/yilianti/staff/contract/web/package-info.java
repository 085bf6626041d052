/** Contracts over HTTP. */
@NullMarked
package org.yilianti.staff.contract.web;

import org.jspecify.annotations.NullMarked;
