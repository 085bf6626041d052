/**
 * The directory over HTTP: how much of the association has arrived here.
 */
@NullMarked
package org.yilianti.incentive.directory.web;

import org.jspecify.annotations.NullMarked;
