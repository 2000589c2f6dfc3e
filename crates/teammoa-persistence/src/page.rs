//! Lists that are cut into pages.

/// Which part of a list is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PageRequest {
    /// The page, counted from 1; 0 is read as 1.
    pub number: u32,
    /// How many items a page has; at most [`PageRequest::MAX_SIZE`] are given.
    pub size: u32,
}

/// A part of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page<T> {
    /// The items in their order.
    pub items: Vec<T>,
    /// The page, counted from 1.
    pub number: u32,
    /// How many items a full page has.
    pub size: u32,
    /// Whether more items follow.
    pub has_next: bool,
}

impl PageRequest {
    /// No list gives more items at once, whatever is asked for.
    pub const MAX_SIZE: u32 = 200;

    fn number(self) -> u32 {
        self.number.max(1)
    }

    fn size(self) -> u32 {
        self.size.clamp(1, Self::MAX_SIZE)
    }

    /// One row more than the page has, which tells whether more follow.
    pub(crate) fn limit(self) -> i64 {
        i64::from(self.size()) + 1
    }

    pub(crate) fn offset(self) -> i64 {
        i64::from(self.number() - 1) * i64::from(self.size())
    }

    /// The page that rows fetched by [`limit`](Self::limit) and [`offset`](Self::offset) make.
    pub(crate) fn page<T>(self, mut items: Vec<T>) -> Page<T> {
        let full = usize::try_from(self.size()).unwrap_or(usize::MAX);
        let has_next = items.len() > full;
        items.truncate(full);
        Page { items, number: self.number(), size: self.size(), has_next }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_row_more_than_asked_for_tells_that_more_follow() {
        let request = PageRequest { number: 2, size: 3 };
        assert_eq!((request.limit(), request.offset()), (4, 3));
        let page = request.page(vec![4, 5, 6, 7]);
        assert_eq!((page.items, page.has_next), (vec![4, 5, 6], true));
        assert!(!request.page(vec![4, 5, 6]).has_next);
    }

    #[test]
    fn senseless_requests_are_brought_into_bounds() {
        let nothing = PageRequest { number: 0, size: 0 };
        assert_eq!((nothing.limit(), nothing.offset()), (2, 0));
        let huge = PageRequest { number: u32::MAX, size: u32::MAX };
        assert_eq!(huge.limit(), 201);
        assert!(huge.offset() > 0);
    }
}
