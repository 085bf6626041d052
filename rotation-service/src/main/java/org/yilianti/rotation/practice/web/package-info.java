/** The lawful-practice decision over HTTP. */
@NullMarked
package org.yilianti.rotation.practice.web;

import org.jspecify.annotations.NullMarked;
