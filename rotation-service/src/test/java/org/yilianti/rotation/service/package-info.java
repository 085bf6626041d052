/** Tests of feature service. */
@NullMarked
package org.yilianti.rotation.service;

import org.jspecify.annotations.NullMarked;
